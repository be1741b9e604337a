package kz.sheshim.adapter.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import kz.sheshim.delivery.AttemptResult;
import org.jspecify.annotations.Nullable;

/** Derives the result of an attempt from the status of the response (RFC 9110; Standard Webhooks, "Delivery success and failure"). */
final class StatusRules {
    /** No later attempt can succeed: 400 and 422 reject the content, 413 and 415 the form; 410 means that the receiver wants no more events. */
    private static final Set<Integer> PERMANENT = Set.of(400, 410, 413, 415, 422);

    private StatusRules() {}

    static AttemptResult of(int status, @Nullable String retryAfter, Instant now) {
        String failure = "HTTP status " + status;
        if (status >= 200 && status < 300) {
            return new AttemptResult.Delivered();
        }
        if (PERMANENT.contains(status)) {
            return new AttemptResult.Rejected(failure);
        }
        return new AttemptResult.RetryLater(failure, retryAfter == null ? null : duration(retryAfter.strip(), now));
    }

    /** Reads seconds or a moment; null for anything else. */
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
