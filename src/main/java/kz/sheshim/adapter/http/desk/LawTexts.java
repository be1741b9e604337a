package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page on the law over time. The texts are in {@code messages/law_*.properties}. */
@MessageBundle("law")
interface LawTexts {
    @Message
    String title();

    @Message
    String hint();

    @Message
    String picture();

    @Message
    String today();

    @Message
    String acts();

    @Message
    String act();

    @Message
    String actTitle();

    @Message
    String firstDay();

    @Message
    String lastDay();

    @Message
    String actSource();

    @Message
    String daysOfChange();

    @Message
    String day();

    @Message
    String begins();

    @Message
    String noLonger();

    @Message
    String wording();
}
