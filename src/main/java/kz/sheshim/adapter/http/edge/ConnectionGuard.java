package kz.sheshim.adapter.http.edge;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.transport.Transport;
import java.net.SocketAddress;
import java.util.concurrent.ThreadFactory;

/**
 * Shows each new connection of the server to {@link Connections} before Vert.x sees it. Quarkus and Vert.x have a limit of connections
 * ({@code quarkus.http.limits.max-connections}), but it refuses new ones, so silent callers can keep all others out.
 *
 * <p>{@link VertxBuilder}, which this interface of Vert.x hands over, is not public. Tried with Vert.x 4.5.27. A test says whether it is gone after an
 * update.
 */
public final class ConnectionGuard implements VertxServiceProvider {
    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Guarded(builder.findTransport()));
    }

    @ChannelHandler.Sharable
    private static final class Door extends ChannelInboundHandlerAdapter {
        private final Connections connections;
        private final Drain drain;

        Door(Connections connections, Drain drain) {
            this.connections = connections;
            this.drain = drain;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            drain.opened(context.channel());
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            Channel channel = (Channel) accepted;
            channel.pipeline().addLast(new Connection(connections, channel));
            if (channel.isOpen()) {
                context.fireChannelRead(accepted);
            }
        }
    }

    /** The transport of Vert.x, with a door before its servers. */
    private static final class Guarded implements Transport {
        private final Transport transport;

        Guarded(Transport transport) {
            this.transport = transport;
        }

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            transport.configure(options, domainSocket, bootstrap);
            // A server of Vert.x alone, without Quarkus, has no such limit
            ArcContainer container = Arc.container();
            if (container != null) {
                bootstrap.handler(new Door(
                        container.select(Connections.class).get(),
                        container.select(Drain.class).get()));
            }
        }

        @Override
        public boolean supportsDomainSockets() {
            return transport.supportsDomainSockets();
        }

        @Override
        public boolean supportFileRegion() {
            return transport.supportFileRegion();
        }

        @Override
        public boolean isAvailable() {
            return transport.isAvailable();
        }

        @Override
        public Throwable unavailabilityCause() {
            return transport.unavailabilityCause();
        }

        @Override
        public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
            return transport.convert(address);
        }

        @Override
        public io.vertx.core.net.SocketAddress convert(SocketAddress address) {
            return transport.convert(address);
        }

        @Override
        public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory factory, int ioRatio) {
            return transport.eventLoopGroup(type, threads, factory, ioRatio);
        }

        @Override
        public DatagramChannel datagramChannel() {
            return transport.datagramChannel();
        }

        @Override
        public DatagramChannel datagramChannel(InternetProtocolFamily family) {
            return transport.datagramChannel(family);
        }

        @Override
        public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
            return transport.channelFactory(domainSocket);
        }

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            return transport.serverChannelFactory(domainSocket);
        }

        @Override
        public void configure(DatagramChannel channel, DatagramSocketOptions options) {
            transport.configure(channel, options);
        }

        @Override
        public void configure(ClientOptionsBase options, boolean domainSocket, Bootstrap bootstrap) {
            transport.configure(options, domainSocket, bootstrap);
        }
    }
}
