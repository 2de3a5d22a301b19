package io.duckgres.gateway.server;

import io.duckgres.gateway.config.Limits;
import io.duckgres.gateway.tls.EncryptionNegotiator;
import io.duckgres.gateway.tls.ServerTls;
import io.duckgres.gateway.wire.FrontendDecoder;
import io.duckgres.gateway.wire.MessageLimits;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** The listening socket and its open connections. */
final class Listener implements AutoCloseable {
  /** Bytes to send at which a session waits, and to which they must fall before it goes on. */
  private static final WriteBufferWaterMark WATER_MARK =
      new WriteBufferWaterMark(256 << 10, 1 << 20);

  private static final long DRAIN_SECONDS = 30;
  private static final long CANCEL_SECONDS = 2;

  private final Channel server;
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

  /**
   * Listens.
   *
   * @throws IOException when the address can't be used
   */
  Listener(EventLoops loops, String host, int port, ServerTls tls, ConnectionServices services)
      throws IOException {
    server = bind(loops, host, port, tls, services);
  }

  /** The address that is listened on, with the real port. */
  InetSocketAddress address() {
    return (InetSocketAddress) server.localAddress();
  }

  private Channel bind(
      EventLoops loops, String host, int port, ServerTls tls, ConnectionServices services)
      throws IOException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops.acceptor(), loops.workers())
            .channel(loops.serverChannel())
            .option(ChannelOption.SO_BACKLOG, 1024)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    connections.add(channel);
                    channel
                        .pipeline()
                        .addLast(new AuthenticationTimeout(services.limits().loginSeconds()));
                    channel.pipeline().addLast(negotiator(tls, services));
                  }
                });
    var bound = bootstrap.bind(new InetSocketAddress(host, port)).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          "can't listen on " + host + ":" + port + ": " + bound.cause().getMessage(),
          bound.cause());
    }
    return bound.channel();
  }

  private static EncryptionNegotiator negotiator(ServerTls tls, ConnectionServices services) {
    return new EncryptionNegotiator(
        tls,
        (request, done) ->
            services
                .sessionThreads()
                .execute(
                    () -> {
                      try {
                        services.cancels().cancel(request);
                      } finally {
                        done.run();
                      }
                    }),
        pipeline -> addSession(pipeline, services));
  }

  private static void addSession(ChannelPipeline pipeline, ConnectionServices services) {
    Limits limits = services.limits();
    FrontendDecoder decoder =
        new FrontendDecoder(new MessageLimits(limits.messageBytes(), limits.parameters()));
    Connection connection = new Connection(services, pipeline.channel(), decoder);
    pipeline.addLast(decoder);
    pipeline.addLast(new ConnectionHandler(connection));
  }

  /** Accepts nobody any more, lets running statements finish for a while, then ends them. */
  @Override
  public void close() {
    server.close().awaitUninterruptibly();
    connections.forEach(
        channel -> {
          ConnectionHandler handler = channel.pipeline().get(ConnectionHandler.class);
          if (handler == null) {
            channel.close();
          } else {
            handler.connection().shutDown();
          }
        });
    if (!connections.newCloseFuture().awaitUninterruptibly(DRAIN_SECONDS, TimeUnit.SECONDS)) {
      connections.close().awaitUninterruptibly(CANCEL_SECONDS, TimeUnit.SECONDS);
    }
  }
}
