package io.duckgres.gateway.wire;

import io.duckgres.gateway.wire.FrontendMessage.Malformed;
import io.duckgres.gateway.wire.FrontendMessage.Unreadable;
import io.duckgres.gateway.wire.StartupPacketReader.Allowed;
import io.duckgres.gateway.wire.StartupPacketReader.InvalidLengthException;
import io.duckgres.pgtype.PgException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Bytes to messages, inside TLS. Until the client is known it reads one message at a time and waits
 * for {@link #proceed}, so that a stranger can neither pile up messages nor send large ones.
 */
public final class FrontendDecoder extends ByteToMessageDecoder {
  /** PG_MAX_AUTH_TOKEN_LENGTH of auth.c. */
  private static final int MAX_AUTHENTICATION_LENGTH = 65_535;

  /** What the connection may send next. */
  public enum Phase {
    /** A startup packet. */
    STARTUP,
    /** An answer to an authentication request. */
    AUTHENTICATION,
    /** Any message. */
    SESSION,
    /** Nothing until {@link FrontendDecoder#proceed} is called. */
    PAUSED,
    /** Nothing any more. */
    ENDED
  }

  private Phase phase = Phase.STARTUP;

  /**
   * Goes on reading.
   *
   * @param context this handler's
   * @param next what may come; called on the channel's event loop
   */
  public void proceed(ChannelHandlerContext context, Phase next) throws Exception {
    phase = next;
    channelRead(context, Unpooled.EMPTY_BUFFER);
    channelReadComplete(context);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    switch (phase) {
      case STARTUP -> startup(in, out);
      case AUTHENTICATION -> authentication(in, out);
      case SESSION -> message(in, out);
      case PAUSED -> {}
      case ENDED -> in.skipBytes(in.readableBytes());
    }
  }

  private void startup(ByteBuf in, List<Object> out) {
    try {
      FrontendMessage packet = StartupPacketReader.read(in, Allowed.NEITHER);
      if (packet != null) {
        phase = Phase.PAUSED;
        out.add(packet);
      }
    } catch (PgException error) {
      end(in, out, error, error.getMessage());
    } catch (InvalidLengthException error) {
      end(in, out, null, error.getMessage());
    }
  }

  private void authentication(ByteBuf in, List<Object> out) {
    char type = (char) in.getUnsignedByte(in.readerIndex());
    if (type != 'p') {
      phase = Phase.ENDED;
      in.skipBytes(in.readableBytes());
      out.add(new FrontendMessage.UnexpectedInAuthentication(type));
      return;
    }
    ByteBuf body = body(in, MAX_AUTHENTICATION_LENGTH, out);
    if (body != null) {
      phase = Phase.PAUSED;
      out.add(FrontendMessageReader.read(type, body));
    }
  }

  private void message(ByteBuf in, List<Object> out) {
    char type = (char) in.getUnsignedByte(in.readerIndex());
    int limit = FrontendMessageReader.limit(type);
    if (limit < 0) {
      PgException error =
          MessageBody.violation("invalid frontend message type " + Integer.toString(type));
      end(in, out, error, error.getMessage());
      return;
    }
    ByteBuf body = body(in, limit, out);
    if (body == null) {
      return;
    }
    FrontendMessage message;
    try {
      message = FrontendMessageReader.read(type, body);
    } catch (PgException error) {
      message = new Malformed(type, error);
    }
    out.add(message);
  }

  /** The next message's body; null when it is incomplete or its length is impossible. */
  private ByteBuf body(ByteBuf in, int limit, List<Object> out) {
    if (in.readableBytes() < 5) {
      return null;
    }
    int length = in.getInt(in.readerIndex() + 1);
    // The length counts itself, and so does PostgreSQL's limit.
    if (length < 4 || length > limit) {
      end(in, out, null, "invalid message length");
      return null;
    }
    if (in.readableBytes() < 1 + length) {
      return null;
    }
    in.skipBytes(5);
    return in.readSlice(length - 4);
  }

  private void end(ByteBuf in, List<Object> out, PgException error, String reason) {
    phase = Phase.ENDED;
    in.skipBytes(in.readableBytes());
    out.add(new Unreadable(error, reason));
  }
}
