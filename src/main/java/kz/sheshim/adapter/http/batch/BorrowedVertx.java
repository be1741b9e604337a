package kz.sheshim.adapter.http.batch;

import io.vertx.core.Context;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Parts of Vert.x that are not its public interface, and that batches need. Tried with Vert.x 4.5.27. A test says which part
 * is gone after an update.
 */
final class BorrowedVertx {
    private BorrowedVertx() {}

    /** Whether the current thread is the event loop of this context. {@code Vertx.currentContext()} differs between requests. */
    static boolean isOnThread(Context context) {
        return ((ContextInternal) context).inThread();
    }

    /** Closes a connection at once. {@code HttpConnection.close()} waits until everything written has been read. */
    static void closeAtOnce(HttpConnection connection) {
        ((ConnectionBase) connection).channelHandlerContext().close();
    }
}
