package kz.sheshim.adapter.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Turns requests away at once, before their bodies are read, while as many are under way as there is memory for. */
@Singleton
final class Admission {
    /** After the quota of the sender, before the bodies. */
    private static final int ORDER = -2;

    /** Until it is answered, an application is in memory more than ten times: as bytes, as text, as facts, as the record and as the answer. */
    private static final int PART_OF_HEAP = 32;

    private final int maxBytes;
    private final RequestsUnderWay underWay;

    Admission(HttpSettings settings) {
        this.maxBytes = settings.maxBytes();
        this.underWay = new RequestsUnderWay(
                settings.maxRequests(),
                settings.maxBytesInProgress().orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    }

    void guard(@Observes Router router) {
        router.route("/api/*").order(ORDER).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        String sender = RequestQuota.sender(context);
        long bytes = expected(context.request());
        if (underWay.enter(sender, bytes)) {
            context.addEndHandler(end -> underWay.leave(sender, bytes));
            context.next();
        } else {
            Refusal.send(
                    context,
                    Problems.problem("overloaded", 503, "Too many requests are under way")
                            .withDetail("Nothing was done. Try again.")
                            .withHeader("Retry-After", 1)
                            .build());
        }
    }

    /** How much of its body may be in memory at once; one that does not say how long it is may be as long as one may be. */
    private long expected(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) ? maxBytes : 0;
        }
        try {
            return Math.min(maxBytes, Long.parseLong(length));
        } catch (NumberFormatException e) {
            return maxBytes;
        }
    }
}
