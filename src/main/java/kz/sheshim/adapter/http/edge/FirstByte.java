package kz.sheshim.adapter.http.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ByteProcessor;
import io.netty.util.ReferenceCountUtil;
import java.net.ProtocolException;

/**
 * Refuses what does not begin with a request, at the beginning of a connection and after each request on it. Netty would pass over control characters there, which
 * are no HTTP. It is answered in its turn, as a request that cannot be read; what follows it on the connection is given up.
 */
final class FirstByte extends ChannelInboundHandlerAdapter implements ByteToMessageDecoder.Cumulator {
    private boolean begins = true;
    private boolean refused;
    /** What the decoder has not read yet. */
    private ByteBuf unread = Unpooled.EMPTY_BUFFER;

    @Override
    public ByteBuf cumulate(ByteBufAllocator allocator, ByteBuf before, ByteBuf more) {
        unread = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(allocator, before, more);
        return unread;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!refused && message instanceof ByteBuf bytes && !isRequest(bytes)) {
            refuse(context);
        }
        if (refused) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    /** A request has arrived to its end: what is next begins another one. */
    void requestEnded(ChannelHandlerContext check) {
        begins = true;
        if (!refused && unread.refCnt() > 0 && !isRequest(unread)) {
            unread.skipBytes(unread.readableBytes());
            refuse(check);
        }
    }

    private boolean isRequest(ByteBuf bytes) {
        int first = begins ? first(bytes) : -1;
        begins &= first < 0;
        return first < 0 || first > ' ' && first <= '~';
    }

    /** The first byte after line ends, which may stand before a request; -1 if there is none yet. */
    private static int first(ByteBuf bytes) {
        int index = bytes.forEachByte(ByteProcessor.FIND_NON_CRLF);
        return index < 0 ? -1 : bytes.getUnsignedByte(index);
    }

    private void refuse(ChannelHandlerContext context) {
        refused = true;
        FullHttpRequest unreadable =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/", Unpooled.EMPTY_BUFFER);
        unreadable.setDecoderResult(DecoderResult.failure(new ProtocolException("no request")));
        context.pipeline().context(HttpCheck.CHECK).fireChannelRead(unreadable);
    }
}
