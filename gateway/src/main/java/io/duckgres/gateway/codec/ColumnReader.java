package io.duckgres.gateway.codec;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Reads a table column's values from PostgreSQL's representations. Not thread-safe. */
public final class ColumnReader {
  private final TypeCodec codec;
  private final ColumnTypmod typmod;

  private ColumnReader(TypeCodec codec, ColumnTypmod typmod) {
    this.codec = codec;
    this.typmod = typmod;
  }

  /**
   * The reader of a column.
   *
   * @param modifier {@code atttypmod}, -1 for none
   * @param settings the session's
   * @param catalog knows users' types; null when there are none
   */
  public static ColumnReader of(
      PgType type, int modifier, FormatSettings settings, CatalogSnapshot catalog) {
    CodecContext context = new CodecContext(settings, catalog);
    PgType base = context.baseOf(type);
    int effective = modifier < 0 && !base.equals(type) ? type.baseTypmod() : modifier;
    PgType element = base.isArray() ? context.elementOf(base) : base;
    return new ColumnReader(
        context.codec(base, effective), new ColumnTypmod(element, effective, catalog));
  }

  /**
   * A value from its text.
   *
   * @return as {@code EngineStatement.execute} takes it, never null
   * @throws PgException as the type's input function, or its length coercion, reports it
   */
  public Object readText(String text) {
    return typmod.apply(codec.readText(text));
  }

  /**
   * A value from its bytes, all of which are used up.
   *
   * @return as {@code EngineStatement.execute} takes it, never null
   * @throws PgException as the type's receive function, or its length coercion, reports it
   */
  public Object readBinary(ByteBuf bytes) {
    Object value = codec.readBinary(bytes);
    if (bytes.isReadable()) {
      throw TypeCodec.invalidBinary("incorrect binary data format");
    }
    return typmod.apply(value);
  }

  /**
   * UTF-8 bytes as text.
   *
   * @throws PgException 22021 when they are not UTF-8
   */
  public static String decode(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] <= 0) {
        return TextCodec.decode(Unpooled.wrappedBuffer(bytes, from, to - from));
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
