package kz.sheshim.adapter.http.edge;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.ProtocolException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import kz.sheshim.vocabulary.Phrase;

/**
 * Makes a request one that cannot be read, so that it is answered as such, where Netty reads it and Quarkus would not answer it as it should: its address is no
 * URI, its version is not one of ours, or it names no host. A body that breaks off in the middle of a chunk is answered here, since Vert.x would only hang up.
 */
@ChannelHandler.Sharable
final class HttpCheck extends ChannelInboundHandlerAdapter {
    static final HttpCheck CHECK = new HttpCheck();

    private static final Set<HttpVersion> VERSIONS = Set.of(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1);

    private HttpCheck() {}

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            try {
                check(request);
            } catch (URISyntaxException | ProtocolException broken) {
                request.setDecoderResult(DecoderResult.failure(broken));
            }
        } else if (message instanceof HttpContent body && body.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            EarlyProblem.sendAndHangUp(
                    context.channel(),
                    Heads.malformed(Phrase.of("The head or the body of the request breaks the rules of HTTP.")));
            return;
        }
        boolean isEnd = message instanceof LastHttpContent;
        context.fireChannelRead(message);
        if (isEnd) {
            context.pipeline().get(FirstByte.class).requestEnded(context);
        }
    }

    private static void check(HttpRequest request) throws URISyntaxException, ProtocolException {
        if (request.decoderResult().isFailure()) {
            return;
        }
        new URI(request.uri());
        if (!VERSIONS.contains(request.protocolVersion())) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1); // of the answer
            throw new ProtocolException("version");
        }
        if (!request.headers().contains(HttpHeaderNames.HOST)) {
            throw new NoHost();
        }
    }

    /** No header says which host is asked. */
    static final class NoHost extends ProtocolException {
        private static final long serialVersionUID = 1;

        NoHost() {
            super("no host");
        }
    }
}
