package kz.sheshim.adapter.http.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * The parts of Vert.x that are not its public interface, and that {@link RequestBodies} and {@link Connection} need. Tried with Vert.x 4.5.27. Tests say whether
 * they are gone after an update.
 */
final class BorrowedVertxWeb {
    private BorrowedVertxWeb() {}

    /** The channel of a connection. */
    static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }

    /**
     * Has requests with a head that cannot be read answered on this channel. Vert.x takes this before a server listens, and Quarkus gives nobody the server.
     *
     * @return false if Vert.x has not set up the channel yet
     */
    static boolean answerUnreadable(ChannelPipeline pipeline, Handler<HttpServerRequest> answer) {
        VertxHandler<?> vertx = pipeline.get(VertxHandler.class);
        if (vertx != null && vertx.getConnection() instanceof HttpServerConnection connection) {
            FirstByte firstByte = new FirstByte();
            HttpRequestDecoder decoder = pipeline.get(HttpRequestDecoder.class);
            decoder.setCumulator(firstByte);
            pipeline.addBefore(pipeline.context(decoder).name(), "first byte", firstByte);
            pipeline.addBefore(pipeline.context(vertx).name(), "check", HttpCheck.CHECK);
            connection.invalidRequestHandler(answer);
        }
        return vertx != null;
    }

    /** Sets the body of a request. The handler of Vert.x sets none for a request without a body, and the REST layer then waits for one. */
    static void setBody(RoutingContext context, Buffer body) {
        ((RoutingContextInternal) context).setBody(body);
    }
}
