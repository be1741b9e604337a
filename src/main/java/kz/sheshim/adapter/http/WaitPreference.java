package kz.sheshim.adapter.http;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.sheshim.decision.RecordedDecision;
import kz.sheshim.log.Integration;

/** The preference {@code wait} of the header {@code Prefer} (RFC 7240): the caller wants the answer when the entry is in the tree of the log. */
final class WaitPreference {
    static final String NAME = "Prefer";
    static final String DESCRIPTION =
            "wait=SECONDS (RFC 7240): answer when the entry is in the tree of the log, so that its proof can be had, but after at most so many seconds (1 to 30).";

    private static final Pattern WAIT =
            Pattern.compile("(?:.*[,;])?\\s*wait\\s*=\\s*\"?([0-9]{1,4})\"?\\s*(?:[,;].*)?", Pattern.CASE_INSENSITIVE);
    private static final long MAX_SECONDS = 30;

    private WaitPreference() {}

    /** How long the caller wants to wait at most; zero if it does not. A preference that cannot be read is ignored, as RFC 7240 says. */
    static Duration of(MultiMap headers) {
        List<String> preferences = headers.getAll(NAME);
        if (preferences.isEmpty()) {
            return Duration.ZERO;
        }
        Matcher wait = WAIT.matcher(String.join(",", preferences));
        return wait.matches()
                ? Duration.ofSeconds(Math.min(MAX_SECONDS, Long.parseLong(wait.group(1))))
                : Duration.ZERO;
    }

    /** Completes when the entry of the decision is in the tree, or the time has passed. */
    static CompletionStage<RecordedDecision> integrated(RecordedDecision recorded, Duration max, Integration tree) {
        return max.isZero()
                ? CompletableFuture.completedStage(recorded)
                : tree.integrated(recorded.entry().number(), max).handle((entered, late) -> recorded);
    }
}
