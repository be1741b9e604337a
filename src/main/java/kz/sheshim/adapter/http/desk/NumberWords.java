package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page of numbers. The texts are in {@code messages/numbers_*.properties}. */
@MessageBundle("numbers")
interface NumberWords {
    @Message
    String lastDays();

    @Message
    String notCounted(int number);

    @Message
    String again();

    @Message
    String undetermined();

    @Message
    String undeterminedHint(long number);

    @Message
    String backlog();

    @Message
    String deadLetters(long number);

    @Message
    String byDay();

    @Message
    String byOutcome();

    @Message
    String byGround();

    @Message
    String outcome();

    @Message
    String ground();

    @Message
    String groundsHint();

    @Message
    String nothingYet();

    @Message
    String noGrounds();

    @Message
    String lawChange();

    @Message
    String tableBelow();

    @Message
    String sameAsTable();

    @Message
    String day();

    @Message
    String dayNotCounted();

    @Message
    String csv();

    @Message
    String number();

    @Message
    String share();

    @Message
    String ofDay(String outcome, String day, long number);

    @Message
    String published(String revision, String moment);

    @Message
    String byFact();

    @Message
    String fact();

    @Message
    String bySubmitter();

    @Message
    String submitter();

    @Message
    String nothingCounted();

    @Message
    String someSeconds();

    @Message
    String silentHint();

    @Message
    String silentRules(int number);

    @Message
    String others();
}
