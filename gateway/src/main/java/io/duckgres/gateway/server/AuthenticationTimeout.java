package io.duckgres.gateway.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes connections that are not authenticated in time, as authentication_timeout does. */
final class AuthenticationTimeout extends ChannelInboundHandlerAdapter {
  private static final Logger log = LoggerFactory.getLogger(AuthenticationTimeout.class);

  private final int seconds;
  private Future<?> timeout;

  AuthenticationTimeout(int seconds) {
    this.seconds = seconds;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    timeout =
        context
            .executor()
            .schedule(
                () -> {
                  log.info("{}: not authenticated in time", context.channel().remoteAddress());
                  context.close();
                },
                seconds,
                TimeUnit.SECONDS);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ConnectionEvent.AUTHENTICATED) {
      context.pipeline().remove(this);
    } else {
      context.fireUserEventTriggered(event);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    timeout.cancel(false);
  }
}
