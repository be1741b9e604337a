package kz.sheshim.adapter.http.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
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
        if (DeskPages.isLedFromRoot(context)) {
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
            answer(context.request(), context.response(), problem);
        }
    }

    /** Answers and closes the connection. The rest of the body is not read. */
    static void sendAndHangUp(RoutingContext context, HttpProblem problem) {
        if (!context.response().ended() && !context.response().closed()) {
            hangUp(context.request(), context.response(), problem);
        }
    }

    /** The same for a request whose head cannot be read, so that it has no route. */
    static void sendAndHangUp(HttpServerRequest request, HttpProblem problem) {
        hangUp(request, request.response(), problem);
    }

    /** The same below Vert.x, where nothing was sent on this connection for the last request; else it is only closed. */
    static void sendAndHangUp(Channel channel, HttpProblem problem) {
        Connection connection = channel.pipeline().get(Connection.class);
        if (connection == null || connection.answers()) {
            channel.close();
            return;
        }
        byte[] body = Json.encode(problem).getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + HttpResponseStatus.valueOf(problem.getStatusCode())
                + "\r\nconnection: close\r\ncontent-type: " + HttpProblem.MEDIA_TYPE + "\r\ncontent-length: "
                + body.length + "\r\n\r\n";
        channel.pipeline()
                .context(connection)
                .writeAndFlush(Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), body))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private static void hangUp(HttpServerRequest request, HttpServerResponse response, HttpProblem problem) {
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        answer(request, response, problem)
                .onComplete(sent -> request.connection().close());
    }

    private static Future<Void> answer(HttpServerRequest request, HttpServerResponse response, HttpProblem problem) {
        response.setStatusCode(problem.getStatusCode());
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        if (DeskPages.isOne(request.path())) {
            return DeskPages.show(response, problem);
        }
        return response.putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .end(Json.encode(problem));
    }
}
