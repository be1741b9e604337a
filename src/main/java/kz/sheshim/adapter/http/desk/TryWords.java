package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page on which cases are tried. The texts are in {@code messages/tried_*.properties}. */
@MessageBundle("tried")
interface TryWords {
    @Message
    String title();

    @Message
    String nothingRecorded();

    @Message
    String example();

    @Message
    String empty();

    @Message
    String scenario();

    @Message
    String chooseScenario();

    @Message
    String fill();

    @Message
    String theCase();

    @Message
    String verdict();

    @Message
    String decide();

    @Message
    String typing();

    @Message
    String add(String entity);

    @Message
    String remove(String instance);

    @Message
    String noInstance();

    @Message
    String notSaid();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String noneOfThem();

    @Message
    String offset();

    @Message
    String atLeast(String bound);

    @Message
    String atMost(String bound);

    @Message
    String wholeNumber();

    @Message
    String decimalNumber();

    @Message
    String needed();

    @Message
    String means(String value);

    @Message
    String meansNone();

    @Message
    String meansUnknown();

    @Message
    String faults(int number);

    @Message
    String begin();

    @Message
    String fromDecision();

    @Message
    String fromScenario(String id);

    @Message
    String corrects(String id);

    @Message
    String record();

    @Message
    String recordTitle();

    @Message
    String recordHint();

    @Message
    String recordConsequence();

    @Message
    String recordNow();

    @Message
    String recordedAnother();

    @Message
    String changeCase();

    @Message
    String byProgram();

    @Message
    String download();
}
