package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.netty.buffer.ByteBuf;

/** Turns the parameters of Bind into values of the engine. */
public final class ParameterDecoder {
  private ParameterDecoder() {}

  /**
   * Decodes one parameter.
   *
   * @param type its type as ParameterDescription told it
   * @param format 0 for text, 1 for binary
   * @param value the bytes, whose reader index moves to their end; null is NULL
   * @param settings the session's
   * @param catalog knows users' types; null when there are none
   * @return a value for {@code EngineStatement.execute}; null is NULL
   * @throws PgException as the type's input or receive function reports it (22P02, 22P03, 22003,
   *     22007, 22008 …)
   */
  public static Object decode(
      PgType type, int format, ByteBuf value, FormatSettings settings, CatalogSnapshot catalog) {
    boolean binary = Formats.isBinary(format);
    if (value == null) {
      return null;
    }
    TypeCodec codec = new CodecContext(settings, catalog).codec(type, -1);
    if (!binary) {
      return codec.readText(TextCodec.decode(value));
    }
    Object read = codec.readBinary(value);
    if (value.isReadable()) {
      throw TypeCodec.invalidBinary("incorrect binary data format");
    }
    return read;
  }

  /** Decodes one parameter of a built-in type. */
  public static Object decode(PgType type, int format, ByteBuf value, FormatSettings settings) {
    return decode(type, format, value, settings, null);
  }
}
