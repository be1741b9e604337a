package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts around a verdict. The texts are in {@code messages/verdict_*.properties}. */
@MessageBundle("verdict")
interface VerdictWords {
    @Message
    String filedOn();

    @Message
    String due();

    @Message
    String calendarEnds();

    @Message
    String term();

    @Message
    String workingDays(int number);

    @Message
    String calendarDays(int number);

    @Message
    String months(int number);

    @Message
    String grounds();

    @Message
    String remedy();

    @Message
    String citation();

    @Message
    String toVerify();

    @Message
    String row();

    @Message
    String missing();

    @Message
    String notices();

    @Message
    String actions();

    @Message
    String matched(int number);
}
