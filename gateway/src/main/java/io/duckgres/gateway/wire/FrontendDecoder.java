package io.duckgres.gateway.wire;

import io.duckgres.gateway.wire.FrontendMessage.Malformed;
import io.duckgres.gateway.wire.FrontendMessage.Unreadable;
import io.duckgres.gateway.wire.StartupPacketReader.Allowed;
import io.duckgres.gateway.wire.StartupPacketReader.InvalidLengthException;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
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

  /**
   * What waits for {@link #proceed} before reading from the socket pauses; as much comes at once.
   */
  private static final int MAX_WAITING = 64 << 10;

  private final MessageLimits limits;
  private Phase phase = Phase.STARTUP;
  private boolean readingPaused;

  /** A decoder of one connection. */
  public FrontendDecoder(MessageLimits limits) {
    this.limits = limits;
  }

  /**
   * Goes on reading.
   *
   * @param context this handler's
   * @param next what may come; called on the channel's event loop
   */
  public void proceed(ChannelHandlerContext context, Phase next) throws Exception {
    phase = next;
    if (readingPaused) {
      readingPaused = false;
      context.channel().config().setAutoRead(true);
    }
    channelRead(context, Unpooled.EMPTY_BUFFER);
    channelReadComplete(context);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    switch (phase) {
      case STARTUP -> startup(in, out);
      case AUTHENTICATION -> authentication(in, out);
      case SESSION -> message(in, out);
      case PAUSED -> pause(context, in);
      case ENDED -> in.skipBytes(in.readableBytes());
    }
  }

  private void pause(ChannelHandlerContext context, ByteBuf in) {
    if (in.readableBytes() > MAX_WAITING && !readingPaused) {
      readingPaused = true;
      context.channel().config().setAutoRead(false);
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
      out.add(FrontendMessageReader.read(type, body, 0));
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
      message = FrontendMessageReader.read(type, body, limits.parameters());
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
    if (length > limits.bytes()) {
      PgException error =
          new PgException(
                  SqlState.PROGRAM_LIMIT_EXCEEDED,
                  "message of " + length + " bytes exceeds limit of " + limits.bytes() + " bytes")
              .withHint("The server's configuration sets the limit: limits.message_bytes.");
      end(in, out, error, error.getMessage());
      return null;
    }
    int missing = 1 + length - in.readableBytes();
    if (missing > 0) {
      // Doubling, where Netty's steps of 4 MiB would copy a large message again and again. What is
      // announced gets no memory before it comes.
      if (in.writableBytes() < MAX_WAITING) {
        in.ensureWritable(Math.min(missing, Math.max(MAX_WAITING, in.readableBytes())));
      }
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
