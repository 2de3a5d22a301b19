package io.duckgres.gateway.wire;

import io.duckgres.gateway.wire.FrontendMessage.AuthenticationResponse;
import io.duckgres.gateway.wire.FrontendMessage.Bind;
import io.duckgres.gateway.wire.FrontendMessage.Close;
import io.duckgres.gateway.wire.FrontendMessage.CopyData;
import io.duckgres.gateway.wire.FrontendMessage.CopyDone;
import io.duckgres.gateway.wire.FrontendMessage.CopyFail;
import io.duckgres.gateway.wire.FrontendMessage.Describe;
import io.duckgres.gateway.wire.FrontendMessage.Execute;
import io.duckgres.gateway.wire.FrontendMessage.Flush;
import io.duckgres.gateway.wire.FrontendMessage.FunctionCall;
import io.duckgres.gateway.wire.FrontendMessage.Parse;
import io.duckgres.gateway.wire.FrontendMessage.PasswordMessage;
import io.duckgres.gateway.wire.FrontendMessage.Query;
import io.duckgres.gateway.wire.FrontendMessage.SASLInitialResponse;
import io.duckgres.gateway.wire.FrontendMessage.Sync;
import io.duckgres.gateway.wire.FrontendMessage.Target;
import io.duckgres.gateway.wire.FrontendMessage.Terminate;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads the body of each message that has a type byte. */
final class FrontendMessageReader {
  /** PQ_SMALL_MESSAGE_LIMIT of libpq.h, without the length field. */
  private static final int SMALL = 10_000;

  /** PQ_LARGE_MESSAGE_LIMIT of libpq.h: one less than PostgreSQL's largest allocation. */
  private static final int LARGE = 0x3fffffff - 1;

  private FrontendMessageReader() {}

  /** The largest body that this type may have, -1 when there is no such type. */
  static int limit(char type) {
    return switch (type) {
      case 'Q', 'F', 'B', 'P', 'd' -> LARGE;
      case 'X', 'C', 'D', 'E', 'H', 'S', 'c', 'f' -> SMALL;
      default -> -1;
    };
  }

  /**
   * Reads a message.
   *
   * @param parameters how many it may have
   * @throws PgException 08P01 for a body that the type can't have, 22021 for text that is no UTF-8,
   *     54000 for too many parameters
   */
  static FrontendMessage read(char type, ByteBuf bytes, int parameters) {
    MessageBody body = new MessageBody(bytes);
    FrontendMessage message =
        switch (type) {
          case 'Q' -> new Query(body.string());
          case 'P' -> parse(body, parameters);
          case 'B' -> bind(body, parameters);
          case 'D' -> new Describe(target(body, "DESCRIBE"), body.string());
          case 'C' -> new Close(target(body, "CLOSE"), body.string());
          case 'E' -> new Execute(body.string(), body.int32());
          case 'H' -> new Flush();
          case 'S' -> new Sync();
          case 'X' -> new Terminate();
          case 'd' -> new CopyData(body.remaining());
          case 'c' -> new CopyDone();
          case 'f' -> new CopyFail(body.string());
          case 'F' -> functionCall(body);
          case 'p' -> new AuthenticationResponse(body.remaining());
          default -> throw new IllegalArgumentException("no message type " + (int) type);
        };
    // PostgreSQL leaves without looking into Terminate.
    if (type != 'X') {
      body.end();
    }
    return message;
  }

  static PasswordMessage password(byte[] bytes) {
    MessageBody body = new MessageBody(Unpooled.wrappedBuffer(bytes));
    int end = bytes.length - 1;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        end = i;
        break;
      }
    }
    if (end != bytes.length - 1 || end < 0) {
      throw MessageBody.violation("invalid password packet size");
    }
    return new PasswordMessage(body.string());
  }

  static String saslMechanism(byte[] bytes) {
    return new MessageBody(Unpooled.wrappedBuffer(bytes)).string();
  }

  static SASLInitialResponse saslInitialResponse(byte[] bytes) {
    MessageBody body = new MessageBody(Unpooled.wrappedBuffer(bytes));
    String mechanism = body.string();
    int length = body.int32();
    byte[] data = length == -1 ? null : body.bytes(length);
    body.end();
    return new SASLInitialResponse(mechanism, data);
  }

  private static Target target(MessageBody body, String message) {
    byte code = body.int8();
    for (Target target : Target.values()) {
      if (target.code() == code) {
        return target;
      }
    }
    throw MessageBody.violation("invalid " + message + " message subtype " + code);
  }

  private static Parse parse(MessageBody body, int most) {
    String statement = body.string();
    String sql = body.string();
    int count = parameters(body, most);
    List<Integer> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(body.int32());
    }
    return new Parse(statement, sql, Collections.unmodifiableList(types));
  }

  private static Bind bind(MessageBody body, int most) {
    String portal = body.string();
    String statement = body.string();
    List<Short> parameterFormats = formats(body);
    int count = parameters(body, most);
    if (parameterFormats.size() > 1 && parameterFormats.size() != count) {
      throw MessageBody.violation(
          "bind message has "
              + parameterFormats.size()
              + " parameter formats but "
              + count
              + " parameters");
    }
    byte[][] parameters = new byte[count][];
    for (int i = 0; i < count; i++) {
      int length = body.int32();
      parameters[i] = length == -1 ? null : body.bytes(length);
    }
    return new Bind(
        portal,
        statement,
        parameterFormats,
        Collections.unmodifiableList(Arrays.asList(parameters)),
        formats(body));
  }

  private static int parameters(MessageBody body, int most) {
    int count = body.count();
    if (count > most) {
      throw new PgException(
              SqlState.PROGRAM_LIMIT_EXCEEDED,
              "statement has " + count + " parameters, more than the limit of " + most)
          .withHint("The server's configuration sets the limit: limits.parameters.");
    }
    return count;
  }

  private static List<Short> formats(MessageBody body) {
    int count = body.count();
    if (count == 0) {
      return List.of();
    }
    if (count == 1) {
      return List.of(body.int16());
    }
    List<Short> formats = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      formats.add(body.int16());
    }
    return Collections.unmodifiableList(formats);
  }

  private static FunctionCall functionCall(MessageBody body) {
    int oid = body.int32();
    body.remaining();
    return new FunctionCall(oid);
  }
}
