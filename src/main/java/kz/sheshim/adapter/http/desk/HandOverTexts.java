package kz.sheshim.adapter.http.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about the hand-overs of a decision. The texts are in {@code messages/handover_*.properties}. */
@MessageBundle("handover")
interface HandOverTexts {
    @Message
    String handOvers();

    @Message
    String noHandOvers();

    @Message
    String destination();

    @Message
    String action();

    @Message
    String state();

    @Message
    String attempts();

    @Message
    String retry();

    @Message
    String waiting();

    @Message
    String delivered();

    @Message
    String dead();

    @Message
    String abandoned();

    @Message
    String nextAttempt();
}
