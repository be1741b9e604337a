package kz.sheshim.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import kz.sheshim.delivery.Delivery;
import kz.sheshim.log.Moments;
import org.jspecify.annotations.Nullable;

/** A hand-over as operators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandOverView(
        long number,
        String event,
        String decision,
        String action,
        String destination,
        String state,
        String decidedAt,
        int attempts,
        @Nullable String failure,
        @Nullable String failingSince,
        @Nullable String nextAttempt,
        @Nullable String settledAt) {

    static HandOverView of(Delivery handOver) {
        return new HandOverView(
                handOver.number().value(),
                handOver.event().id(),
                handOver.event().decision().toString(),
                handOver.event().action(),
                handOver.destination(),
                handOver.state().code(),
                Moments.text(handOver.event().decidedAt()),
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
