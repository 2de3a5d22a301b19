package io.duckgres.gateway.server;

import io.duckgres.gateway.wire.FrontendMessage;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last handler of a pipeline: hands what happens on the event loop to the connection. */
final class ConnectionHandler extends SimpleChannelInboundHandler<FrontendMessage> {
  private static final Logger log = LoggerFactory.getLogger(ConnectionHandler.class);

  private final Connection connection;

  ConnectionHandler(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FrontendMessage message) {
    connection.received(message);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    connection.writabilityChanged();
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    connection.disconnected();
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException || cause.getCause() instanceof IOException) {
      // A reset, or a handshake that failed: SSLException is an IOException inside a decoder's.
      log.debug("{}: {}", context.channel().remoteAddress(), cause.toString());
    } else {
      log.info("{}: the connection failed", context.channel().remoteAddress(), cause);
    }
    context.close();
  }
}
