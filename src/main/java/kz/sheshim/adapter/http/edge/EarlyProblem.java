package kz.sheshim.adapter.http.edge;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Answers with a problem before a request reaches the REST layer. */
final class EarlyProblem {
    /** The same challenge in every case, so that it does not reveal whether a key is unknown, expired or revoked. */
    static final Map.Entry<String, String> CHALLENGE = Map.entry("WWW-Authenticate", "Bearer realm=\"sheshim\"");

    private EarlyProblem() {}

    static void unauthorized(RoutingContext context) {
        if (DeskPages.isOne(context.normalizedPath())) {
            DeskPages.sendToSignIn(context);
            return;
        }
        send(
                context,
                HttpProblem.builder()
                        .withStatus(401)
                        .withTitle("Unauthorized")
                        .withHeader(CHALLENGE.getKey(), CHALLENGE.getValue())
                        .build());
    }

    static void forbidden(RoutingContext context) {
        send(
                context,
                HttpProblem.builder().withStatus(403).withTitle("Forbidden").build());
    }

    /** Answers, and skips the rest of the body, so that the connection can be used again. */
    static void send(RoutingContext context, HttpProblem problem) {
        if (!context.response().ended() && !context.response().closed()) {
            context.request().resume();
            answer(context, problem);
        }
    }

    /** Answers and closes the connection. The rest of the body is not read. */
    static void sendAndHangUp(RoutingContext context, HttpProblem problem) {
        if (!context.response().ended() && !context.response().closed()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            answer(context, problem)
                    .onComplete(sent -> context.request().connection().close());
        }
    }

    private static io.vertx.core.Future<Void> answer(RoutingContext context, HttpProblem problem) {
        HttpServerResponse response = context.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString());
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        return response.end(Json.encode(problem));
    }
}
