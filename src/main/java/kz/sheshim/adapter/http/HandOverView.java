package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import kz.sheshim.delivery.ActionEvent;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.delivery.LawEvent;
import kz.sheshim.log.Moments;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hand-over as operators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandOverView(
        long number,
        String event,
        @Schema(description = "Of an action") @Nullable String decision,
        @Schema(description = "The code of an action") @Nullable String action,
        @Schema(description = "What happened to the law") @Nullable String law,
        @Schema(description = "Of an event of the law", format = "uuid") @Nullable String draft,
        String destination,
        String state,
        @Schema(description = "Of an action: when its decision was made") @Nullable String decidedAt,
        @Schema(description = "Of an event of the law: when it happened") @Nullable String happenedAt,
        int attempts,
        @Nullable String failure,
        @Nullable String failingSince,
        @Nullable String nextAttempt,
        @Nullable String settledAt) {

    static HandOverView of(Delivery handOver) {
        ActionEvent action = handOver.event() instanceof ActionEvent event ? event : null;
        LawEvent law = handOver.event() instanceof LawEvent event ? event : null;
        return new HandOverView(
                handOver.number().value(),
                handOver.event().id(),
                action == null ? null : action.decision().toString(),
                action == null ? null : action.action(),
                law == null ? null : law.kind().code(),
                law == null ? null : law.draft(),
                handOver.destination(),
                handOver.state().code(),
                action == null ? null : Moments.text(action.decidedAt()),
                law == null ? null : Moments.text(law.at()),
                handOver.attempts(),
                handOver.failure(),
                text(handOver.failingSince()),
                text(handOver.nextAttempt()),
                text(handOver.settledAt()));
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : Moments.text(moment);
    }
}
