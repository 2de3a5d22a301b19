package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.netty.buffer.ByteBuf;

/**
 * PostgreSQL's two representations of one type, both ways. Made for one column or one parameter;
 * not thread-safe. Values that are written are never NULL.
 */
abstract class TypeCodec {
  private final PgType type;

  TypeCodec(PgType type) {
    this.type = type;
  }

  final PgType type() {
    return type;
  }

  /** Makes the codec of one type. */
  @FunctionalInterface
  interface Factory {
    /**
     * @param typmod of the column, -1 for none
     */
    TypeCodec make(PgType type, int typmod, CodecContext context);
  }

  /** Writes what the type's output function gives, in UTF-8. */
  abstract void writeText(Values values, int row, ValueBuffer out);

  /** Writes what the type's send function gives. */
  abstract void writeBinary(Values values, int row, ValueBuffer out);

  /**
   * Reads what the type's input function understands.
   *
   * @return a value for {@code EngineStatement.execute}, never null
   * @throws PgException as the input function reports it
   */
  abstract Object readText(String text);

  /**
   * Reads what the type's receive function understands.
   *
   * @param in the value alone
   * @return a value for {@code EngineStatement.execute}, never null
   * @throws PgException as the receive function reports it
   */
  abstract Object readBinary(ByteBuf in);

  /** Whether the codec itself can show values that come as text. */
  boolean readsText() {
    return false;
  }

  /** 22P02 for text that is no value of the type. */
  final PgException invalidText(String text) {
    return new PgException(
        SqlState.INVALID_TEXT_REPRESENTATION,
        "invalid input syntax for type " + TypeNames.format(type) + ": \"" + text + "\"");
  }

  /** 22003 for text that is a number, but too large a one. */
  final PgException textOutOfRange(String text) {
    return new PgException(
        SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
        "value \"" + text + "\" is out of range for type " + TypeNames.format(type));
  }

  /** Checks that a binary value has the only length that it can have. */
  static void expectLength(ByteBuf in, int length) {
    if (in.readableBytes() < length) {
      throw new PgException(SqlState.PROTOCOL_VIOLATION, "insufficient data left in message");
    }
    if (in.readableBytes() > length) {
      throw new PgException(SqlState.INVALID_BINARY_REPRESENTATION, "incorrect binary data format");
    }
  }

  /** 22P03 for binary data that is no value of the type. */
  static PgException invalidBinary(String what) {
    return new PgException(SqlState.INVALID_BINARY_REPRESENTATION, what);
  }

  /** Trims what C's isspace() knows. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  static boolean isSpace(int c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
