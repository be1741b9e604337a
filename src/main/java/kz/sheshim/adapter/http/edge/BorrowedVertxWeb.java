package kz.sheshim.adapter.http.edge;

import io.netty.channel.Channel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * The part of Vert.x Web that is not its public interface, and that {@link RequestBodies} needs. Tried with Vert.x 4.5.27. A
 * test says whether it is gone after an update.
 */
final class BorrowedVertxWeb {
    private BorrowedVertxWeb() {}

    /** The channel of a connection. */
    static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }

    /** Sets the body of a request. The handler of Vert.x sets none for a request without a body, and the REST layer then waits for one. */
    static void setBody(RoutingContext context, Buffer body) {
        ((RoutingContextInternal) context).setBody(body);
    }
}
