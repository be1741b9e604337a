package kz.sheshim.adapter.http.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import kz.sheshim.adapter.http.problem.Problems;

/** Turns requests away at once, before their bodies are read, while as many are under way as there is memory for. */
@Singleton
final class Bulkhead {
    /** Until it is answered, an application is in memory more than ten times: as bytes, as text, as facts, as the record and as the answer. */
    private static final int PART_OF_HEAP = 32;

    private final int maxBytes;
    private final InFlight underWay;

    Bulkhead(HttpSettings settings) {
        this.maxBytes = settings.maxBytes();
        this.underWay = new InFlight(
                settings.mostRequests(),
                settings.mostBytes().orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    }

    void guard(@Observes Router router) {
        Stage.BULKHEAD.at(router.route("/api/*")).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        String sender = RateLimit.sender(context);
        long bytes = expected(context.request());
        if (underWay.enter(sender, bytes)) {
            context.addEndHandler(end -> underWay.leave(sender, bytes));
            context.next();
        } else {
            EarlyProblem.send(
                    context,
                    Problems.overloaded(
                            "Too many requests are in progress, in all or from you. Nothing was done. Try again."));
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
