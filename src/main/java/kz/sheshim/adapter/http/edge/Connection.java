package kz.sheshim.adapter.http.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A connection of a caller, seen at the level of bytes. Knows whether a request is in progress on it, and how many bytes of answers the caller has not taken
 * yet.
 */
final class Connection extends ChannelDuplexHandler {
    /** A larger buffer is written in pieces of this size, so that it can be seen whether the caller takes them. */
    private static final int PIECE = 65_536;

    private final Connections all;
    private final Channel channel;
    private final String address;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong unsent = new AtomicLong();
    private volatile long movedAt;
    private boolean answersUnreadable;
    private volatile boolean answers;

    /** Belongs to {@link #all}, which guards it. */
    Connections.Group group;

    Connection(Connections all, Channel channel) {
        this.all = all;
        this.channel = channel;
        this.address = address(channel.remoteAddress());
        this.movedAt = all.now();
        this.group = all.enter(this);
        channel.closeFuture().addListener(closed -> all.leave(this));
    }

    private static String address(SocketAddress address) {
        return address instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress().getHostAddress()
                : String.valueOf(address);
    }

    String address() {
        return address;
    }

    /** Bytes of answers that the caller has not taken yet. */
    long unsent() {
        return unsent.get();
    }

    /** Whether no request is in progress. */
    boolean isWaiting() {
        return requests.get() == 0;
    }

    /** The head of a request has arrived. */
    void began() {
        requests.incrementAndGet();
        answers = false;
        movedAt = all.now();
    }

    /** A request has its answer, which may not be sent yet. */
    void ended() {
        requests.decrementAndGet();
        movedAt = all.now();
    }

    /** Whether something was sent since the last request began. */
    boolean answers() {
        return answers;
    }

    /** Whether it waits for a request, or for the caller to take an answer, for longer than this. */
    boolean standsStill(long nanos) {
        return (isWaiting() || unsent() > 0) && all.now() - movedAt > nanos;
    }

    /** Whether no request is in progress, and nothing has come or gone for longer than this. */
    boolean isQuiet(long nanos) {
        return isWaiting() && unsent() == 0 && all.now() - movedAt > nanos;
    }

    /** Closes at once; what was not sent is given up. */
    void close() {
        if (channel.isRegistered()) {
            channel.close();
        } else {
            closeHere();
        }
    }

    /** Closes a connection that has no thread yet, which Netty tells nobody. */
    void closeHere() {
        channel.unsafe().closeForcibly();
        all.leave(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!answersUnreadable) {
            answersUnreadable = BorrowedVertxWeb.answerUnreadable(context.pipeline(), Connection::refuse);
        }
        context.fireChannelRead(message);
    }

    private static void refuse(HttpServerRequest unreadable) {
        EarlyProblem.sendAndHangUp(
                unreadable, Heads.unreadable(unreadable.decoderResult().cause()));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (!(message instanceof ByteBuf bytes) || !bytes.isReadable()) {
            context.write(message, promise);
            return;
        }
        while (bytes.readableBytes() > PIECE) {
            write(context, bytes.readRetainedSlice(PIECE), context.newPromise());
        }
        answers = true;
        int length = bytes.readableBytes();
        unsent.addAndGet(length);
        all.add(this, length);
        ChannelPromise sent = promise.unvoid();
        sent.addListener(done -> {
            unsent.addAndGet(-length);
            all.add(this, -length);
            movedAt = all.now();
        });
        context.write(bytes, sent);
    }
}
