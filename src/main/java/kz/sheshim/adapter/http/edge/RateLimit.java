package kz.sheshim.adapter.http.edge;

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
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.Phrase;

/**
 * Refuses requests beyond the quota of their submitter. The headers {@code RateLimit} and {@code RateLimit-Policy} say what is left
 * (draft-ietf-httpapi-ratelimit-headers-10).
 */
@Singleton
final class RateLimit {
    private static final String POLICY = "\"requests\"";
    private static final URI EXCEEDED = URI.create("https://iana.org/assignments/http-problem-types#quota-exceeded");

    private final Quotas quotas;

    RateLimit(Quotas quotas) {
        this.quotas = quotas;
    }

    void guard(@Observes Router router) {
        Stage.RATE.at(router.route("/api/*")).handler(this::count);
    }

    private void count(RoutingContext context) {
        ConsumptionProbe probe = quotas.take(submitter(context));
        HttpServerResponse response = context.response();
        response.putHeader("RateLimit-Policy", POLICY + ";q=" + quotas.perSecond() + ";w=1");
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

    /** Whole seconds, rounded up. */
    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    private HttpProblem exceeded(long seconds) {
        return Problems.said(
                        Problems.later(EXCEEDED, 429, Math.max(1, seconds), "Too many requests"),
                        Phrase.of("Each submitter may send at most {0} requests a second.", quotas.perSecond()))
                .with("violated-policies", List.of("requests"))
                .build();
    }
}
