package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of a dossier. The texts are in {@code messages/dossier_*.properties}. */
@MessageBundle("dossier")
interface DossierTexts {
    @Message
    String findings();

    @Message
    String noFindings();

    @Message
    String error();

    @Message
    String scenarios();

    @Message
    String dossierMade();

    @Message
    String recordedSince(String entry, String number);

    @Message
    String passed(long passed, long total);

    @Message
    String coveredRules();

    @Message
    String decisiveCells();

    /** A part of a whole. */
    @Message
    String ofAll(long part, long whole);

    @Message
    String mistakes(long noticed, long made);

    @Message
    String untried(long mistakes);

    @Message
    String failing();

    @Message
    String meaning();

    @Message
    String notCompared();

    @Message
    String situation();

    @Message
    String moreCases();

    @Message
    String impact();

    @Message
    String noImpact();

    @Message
    String withheld();

    @Message
    String retroactive();

    @Message
    String retroactiveMeans();

    @Message
    String changedOf(long changed, long decided);

    @Message
    String unreadableNow(long number);

    @Message
    String undecidedNow(long number);

    @Message
    String noDossier();

    @Message
    String tryAgain();

    @Message
    String otherDue(long number);

    @Message
    String dueGained(long number);

    @Message
    String dueLost(long number);

    @Message
    String dueLater();

    @Message
    String dueWorkingLater();

    @Message
    String dueBefore();

    @Message
    String dueAfter();

    @Message
    String flow();

    @Message
    String asTable();

    @Message
    String number();

    @Message
    String gained();

    @Message
    String lost();

    @Message
    String byRule();

    @Message
    String byRuleMeans();

    @Message
    String differing();

    @Message
    String decision();

    @Message
    String selected();

    @Message
    String newestOf(long number);

    @Message
    String allOf();

    @Message
    String others();

    @Message
    String sameOutcome(long number);
}
