package kz.sheshim.adapter.http.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.Phrase;

/** Refuses requests before their bodies are read while too many are in progress, so that memory does not run out. */
@Singleton
final class Bulkhead {
    /** While it is decided, an application is in memory more than ten times: as bytes, text, facts, record and answer. */
    private static final int PART_OF_HEAP = 32;

    private final HttpSettings settings;
    private final InFlight inFlight;
    private final Connections connections;

    Bulkhead(HttpSettings settings, Connections connections) {
        this.connections = connections;
        this.settings = settings;
        this.inFlight = new InFlight(
                settings.maxRequests(),
                settings.maxBytesInProgress().orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    }

    void guard(@Observes Router router) {
        Stage.BULKHEAD.at(router.route("/api/*")).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        String submitter = RateLimit.submitter(context);
        long bytes = expected(context);
        Connection connection = Connections.of(context);
        if (connection != null) {
            connections.know(connection, submitter);
            if (!connections.hasRoomForAnswer(connection)) {
                EarlyProblem.send(context, Requests.answersNotTaken());
                return;
            }
        }
        if (inFlight.enter(submitter, bytes)) {
            context.addEndHandler(end -> inFlight.leave(submitter, bytes));
            context.next();
        } else {
            EarlyProblem.send(
                    context,
                    Problems.overloaded(Phrase.of(
                            "Too many requests are in progress, in all or from you. Nothing was done. Try again.")));
        }
    }

    /** How many bytes of the body may be in memory. A body of unknown length may have the maximum length. */
    private long expected(RoutingContext context) {
        int maxBytes = RequestBodies.maxBytes(settings, context);
        MultiMap headers = context.request().headers();
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return headers.contains(HttpHeaders.TRANSFER_ENCODING) ? maxBytes : 0;
        }
        try {
            return Math.min(maxBytes, Long.parseLong(length));
        } catch (NumberFormatException e) {
            return maxBytes;
        }
    }
}
