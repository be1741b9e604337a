package kz.sheshim.adapter.http.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Limits the requests per second of each submitter. The requests of a whole second may come at once. The headers
 * {@code RateLimit} and {@code RateLimit-Policy} say what is left (draft-ietf-httpapi-ratelimit-headers-10).
 */
@Singleton
final class RateLimit {
    /** The submitter whose last request is oldest is forgotten; its bucket would be full again anyway. */
    private static final int MAX_SUBMITTERS = 10_000;

    private static final String POLICY = "\"requests\"";
    private static final URI EXCEEDED = URI.create("https://iana.org/assignments/http-problem-types#quota-exceeded");

    private final int perSecond;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MAX_SUBMITTERS).build();

    RateLimit(HttpSettings settings) {
        this.perSecond = settings.requestsPerSecond();
    }

    void guard(@Observes Router router) {
        Stage.RATE.at(router.route("/api/*")).handler(this::count);
    }

    private void count(RoutingContext context) {
        ConsumptionProbe probe = buckets.get(submitter(context), name -> full()).tryConsumeAndReturnRemaining(1);
        HttpServerResponse response = context.response();
        response.putHeader("RateLimit-Policy", POLICY + ";q=" + perSecond + ";w=1");
        response.putHeader(
                "RateLimit",
                POLICY + ";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (probe.isConsumed()) {
            context.next();
        } else {
            EarlyProblem.send(context, exceeded(seconds(probe.getNanosToWaitForRefill())));
        }
    }

    /** The submitter of an authenticated request. */
    static String submitter(RoutingContext context) {
        Principal principal = context.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getPrincipal()
                : null;
        return Caller.submitter(principal).name();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** Whole seconds, rounded up. */
    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    private HttpProblem exceeded(long seconds) {
        return HttpProblem.builder()
                .withType(EXCEEDED)
                .withStatus(429)
                .withTitle("Too many requests")
                .withDetail("Each submitter may send at most " + perSecond + " requests a second.")
                .with("violated-policies", List.of("requests"))
                .withHeader("Retry-After", Math.max(1, seconds))
                .build();
    }
}
