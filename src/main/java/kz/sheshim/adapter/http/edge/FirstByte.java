package kz.sheshim.adapter.http.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ByteProcessor;
import io.netty.util.ReferenceCountUtil;

/** Refuses a connection that does not begin with a request. Netty would pass over control characters before it, which are no HTTP. */
final class FirstByte extends ChannelInboundHandlerAdapter {
    private boolean refused;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        int first = message instanceof ByteBuf bytes ? first(bytes) : -1;
        if (refused || first >= 0 && (first <= ' ' || first > '~')) {
            ReferenceCountUtil.release(message);
            if (!refused) {
                refused = true;
                EarlyProblem.sendAndHangUp(context.channel(), Heads.unreadable(null));
            }
            return;
        }
        if (first >= 0) {
            context.pipeline().remove(this);
        }
        context.fireChannelRead(message);
    }

    /** The first byte after line ends, which may stand before a request; -1 if there is none yet. */
    private static int first(ByteBuf bytes) {
        int index = bytes.forEachByte(ByteProcessor.FIND_NON_CRLF);
        return index < 0 ? -1 : bytes.getUnsignedByte(index);
    }
}
