package kz.sheshim.adapter.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import kz.sheshim.delivery.AttemptResult;
import org.jspecify.annotations.Nullable;

/** What the status of a response says of the event (RFC 9110; Standard Webhooks, "Delivery success and failure"). */
final class StatusRules {
    /** They speak of this event or of its end for good: 400 and 422 of its content, 413 and 415 of its form, 410 of a receiver that wants no more. */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 410, 413, 415, 422);

    private StatusRules() {}

    static AttemptResult of(int status, @Nullable String retryAfter, Instant now) {
        String said = "HTTP status " + status;
        if (status >= 200 && status < 300) {
            return new AttemptResult.Taken();
        }
        if (FOR_GOOD.contains(status)) {
            return new AttemptResult.Refused(said);
        }
        return new AttemptResult.NotNow(said, retryAfter == null ? null : duration(retryAfter.strip(), now));
    }

    /** Seconds, or a moment; anything else asks for nothing. */
    private static @Nullable Duration duration(String text, Instant now) {
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant moment = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return moment.isAfter(now) ? Duration.between(now, moment) : null;
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
