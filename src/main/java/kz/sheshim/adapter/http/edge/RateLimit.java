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
 * Lets each sender ask only so often. A second's worth may come at once; what is left is in the fields {@code RateLimit} and {@code RateLimit-Policy}
 * (draft-ietf-httpapi-ratelimit-headers-10).
 */
@Singleton
final class RateLimit {
    /** Who was not heard of for longest gets a full bucket when he comes again: in so long it would have filled anyway. */
    private static final int MOST_SENDERS = 10_000;

    private static final String POLICY = "\"requests\"";
    private static final URI EXCEEDED = URI.create("https://iana.org/assignments/http-problem-types#quota-exceeded");

    private final int perSecond;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST_SENDERS).build();

    RateLimit(HttpSettings settings) {
        this.perSecond = settings.requestsPerSecond();
    }

    void guard(@Observes Router router) {
        Stage.RATE.at(router.route("/api/*")).handler(this::count);
    }

    private void count(RoutingContext context) {
        ConsumptionProbe probe = buckets.get(sender(context), name -> full()).tryConsumeAndReturnRemaining(1);
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

    /** The sender of a request that has passed the gate. */
    static String sender(RoutingContext context) {
        Principal principal = context.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getPrincipal()
                : null;
        return Caller.sender(principal).name();
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
                .withDetail("At most " + perSecond + " requests a second are taken from one sender")
                .with("violated-policies", List.of("requests"))
                .withHeader("Retry-After", Math.max(1, seconds))
                .build();
    }
}
