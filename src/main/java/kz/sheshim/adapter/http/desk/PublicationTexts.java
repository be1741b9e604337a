package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages of publications. The texts are in {@code messages/publication_*.properties}. */
@MessageBundle("publication")
interface PublicationTexts {
    @Message
    String approvers();

    @Message
    String compare();

    @Message
    String compareFrom();

    @Message
    String compareTo();

    @Message
    String whatChanged();

    @Message
    String evidence();

    @Message
    String rollBack();

    @Message
    String rollBackHint();

    @Message
    String rollBackTo(String revision);

    @Message
    String same();

    @Message
    String isRollBack();

    @Message
    String wayFirstStart();

    @Message
    String wayFolder();

    @Message
    String wayApproval();

    @Message
    String wayEmergency();

    @Message
    String publishedAlone();
}
