package io.duckgres.gateway.tls;

import io.duckgres.gateway.wire.BackendMessage.ErrorResponse;
import io.duckgres.gateway.wire.BackendMessageWriter;
import io.duckgres.gateway.wire.FrontendMessage.CancelRequest;
import io.duckgres.gateway.wire.FrontendMessage.GSSENCRequest;
import io.duckgres.gateway.wire.FrontendMessage.SSLRequest;
import io.duckgres.gateway.wire.FrontendMessage.StartupMessage;
import io.duckgres.gateway.wire.FrontendMessage.StartupPacket;
import io.duckgres.gateway.wire.Severity;
import io.duckgres.gateway.wire.StartupPacketReader;
import io.duckgres.gateway.wire.StartupPacketReader.Allowed;
import io.duckgres.gateway.wire.StartupPacketReader.InvalidLengthException;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first handler of a connection. It leads the client into TLS, by SSLRequest or directly, and
 * gives way to the handlers of the session; it serves a CancelRequest that comes in plaintext and
 * refuses everything else that does.
 */
public final class EncryptionNegotiator extends ByteToMessageDecoder {
  private static final Logger log = LoggerFactory.getLogger(EncryptionNegotiator.class);

  /** The first byte of a TLS handshake, which no startup packet can begin with. */
  private static final byte TLS_HANDSHAKE = 0x16;

  private static final PgException UNENCRYPTED_DATA =
      new PgException(
              SqlState.PROTOCOL_VIOLATION,
              "received unencrypted data after GSSAPI encryption request")
          .withDetail(
              "This could be either a client-software bug or evidence of an attempted"
                  + " man-in-the-middle attack.");

  private final ServerTls tls;
  private final BiConsumer<CancelRequest, Runnable> cancel;
  private final Consumer<ChannelPipeline> session;
  private boolean gssencRequested;
  private boolean ended;

  /**
   * Negotiates one connection.
   *
   * @param cancel serves a CancelRequest without blocking, and runs what it is given when it has
   * @param session adds the session's handlers behind TLS
   */
  public EncryptionNegotiator(
      ServerTls tls,
      BiConsumer<CancelRequest, Runnable> cancel,
      Consumer<ChannelPipeline> session) {
    this.tls = tls;
    this.cancel = cancel;
    this.session = session;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (ended) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (in.getByte(in.readerIndex()) == TLS_HANDSHAKE && !gssencRequested) {
      enterTls(context, true);
      return;
    }
    try {
      StartupPacket packet = StartupPacketReader.read(in, new Allowed(true, !gssencRequested));
      if (packet != null) {
        handle(context, in, packet);
      }
    } catch (PgException error) {
      refuse(context, error);
    } catch (InvalidLengthException error) {
      log.debug("{}: {}", context.channel().remoteAddress(), error.getMessage());
      close(context);
    }
  }

  private void handle(ChannelHandlerContext context, ByteBuf in, StartupPacket packet) {
    if (packet instanceof SSLRequest) {
      answer(context, 'S');
      // Bytes that came along in the clear go to the handshake, which takes nothing but TLS.
      enterTls(context, false);
    } else if (packet instanceof GSSENCRequest) {
      gssencRequested = true;
      answer(context, 'N');
      if (in.isReadable()) {
        refuse(context, UNENCRYPTED_DATA);
      }
    } else if (packet instanceof CancelRequest request) {
      // A client that sees the end of this connection knows that the request has arrived.
      ended = true;
      cancel.accept(request, context::close);
    } else if (packet instanceof StartupMessage startup) {
      refuse(context, plaintext(context, startup));
    }
  }

  private void enterTls(ChannelHandlerContext context, boolean direct) {
    ChannelPipeline pipeline = context.pipeline();
    SslHandler handler = tls.newHandler();
    handler
        .handshakeFuture()
        .addListener(
            future -> {
              if (!future.isSuccess()) {
                log.debug(
                    "{}: could not accept TLS connection: {}",
                    context.channel().remoteAddress(),
                    String.valueOf(future.cause()));
              } else if (direct && !hasApplicationProtocol(handler)) {
                log.debug(
                    "{}: received direct TLS connection request without ALPN protocol negotiation"
                        + " extension",
                    context.channel().remoteAddress());
                context.channel().close();
              }
            });
    pipeline.addAfter(context.name(), "tls", handler);
    session.accept(pipeline);
    // Hands what was read beyond the request to TLS.
    pipeline.remove(this);
  }

  /** PostgreSQL's answer when pg_hba.conf holds nothing but hostssl lines. */
  private static PgException plaintext(ChannelHandlerContext context, StartupMessage startup) {
    String host =
        context.channel().remoteAddress() instanceof InetSocketAddress address
            ? address.getAddress().getHostAddress()
            : "[local]";
    return new PgException(
            SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
            String.format(
                "no pg_hba.conf entry for host \"%s\", user \"%s\", database \"%s\", no encryption",
                host, startup.user(), startup.database()))
        .withHint("The server accepts TLS connections only: connect with sslmode=require.");
  }

  private static void answer(ChannelHandlerContext context, char answer) {
    context.writeAndFlush(Unpooled.wrappedBuffer(new byte[] {(byte) answer}));
  }

  private void refuse(ChannelHandlerContext context, PgException error) {
    ended = true;
    log.debug("{}: {}", context.channel().remoteAddress(), error.getMessage());
    ByteBuf out = context.alloc().buffer();
    BackendMessageWriter.write(out, new ErrorResponse(Severity.FATAL, error));
    context.writeAndFlush(out).addListener(ChannelFutureListener.CLOSE);
  }

  private void close(ChannelHandlerContext context) {
    ended = true;
    context.close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    log.debug("{}: {}", context.channel().remoteAddress(), cause.toString());
    context.close();
  }

  /** The JDK says null before the handshake and an empty text when the client named none. */
  private static boolean hasApplicationProtocol(SslHandler handler) {
    String protocol = handler.engine().getApplicationProtocol();
    return protocol != null && !protocol.isEmpty();
  }
}
