package kz.sheshim.adapter.http.edge;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import kz.sheshim.adapter.http.problem.Problems;
import kz.sheshim.vocabulary.Phrase;

/** Tells {@link Connections} when a request is in progress, and refuses callers without a key who do not take their answers. Health is always answered. */
@Singleton
final class Requests {
    private static final String API = "/api/";
    private static final String HEALTH = "/q/health";

    /** Also when the caller does not take it: no thread waits for that, and {@link Connections} bounds the bytes. */
    private static final int WHOLE_ANSWER = Integer.MAX_VALUE;

    private static final int USUAL = 65_536;

    private final Connections connections;

    Requests(Connections connections) {
        this.connections = connections;
    }

    void begin(@Observes Filters filters) {
        filters.register(this::begin, Stage.CONNECTION.priority());
    }

    private void begin(RoutingContext context) {
        Connection connection = Connections.of(context);
        if (connection == null) {
            context.next();
            return;
        }
        connection.began();
        context.addEndHandler(end -> connection.ended());
        HttpProblem malformed = Heads.problem(context.request());
        if (malformed != null) {
            EarlyProblem.sendAndHangUp(context, malformed);
            return;
        }
        String path = context.request().path();
        // A batch has back-pressure of its own
        context.response().setWriteQueueMaxSize(BatchRequests.isBatch(context) ? USUAL : WHOLE_ANSWER);
        if (path == null
                || path.startsWith(API)
                || path.startsWith(HEALTH)
                || connections.hasRoomForAnswer(connection)) {
            context.next();
        } else {
            EarlyProblem.send(context, answersNotTaken());
        }
    }

    static HttpProblem answersNotTaken() {
        return Problems.overloaded(
                Phrase.of(
                        "Too many answers have not been read yet, in all or by you. Read them and try again. Nothing was done."));
    }
}
