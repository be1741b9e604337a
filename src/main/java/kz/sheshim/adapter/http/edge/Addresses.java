package kz.sheshim.adapter.http.edge;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import java.net.URI;
import java.net.URISyntaxException;

/** Makes a request whose address is no URI one that cannot be read, so that it is answered as such. Quarkus would answer an empty 400 before it asks any route. */
@ChannelHandler.Sharable
final class Addresses extends ChannelInboundHandlerAdapter {
    static final Addresses CHECKED = new Addresses();

    private Addresses() {}

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
            try {
                new URI(request.uri());
            } catch (URISyntaxException broken) {
                request.setDecoderResult(DecoderResult.failure(broken));
            }
        }
        context.fireChannelRead(message);
    }
}
