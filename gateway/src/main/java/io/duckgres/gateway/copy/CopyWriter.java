package io.duckgres.gateway.copy;

import io.duckgres.gateway.codec.FormatSettings;
import io.duckgres.gateway.codec.RowValues;
import io.duckgres.gateway.codec.ValueBuffer;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.plan.CopyOptions;
import io.duckgres.transpiler.plan.ResultColumn;
import io.netty.buffer.ByteBuf;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * Writes the rows of COPY TO as CopyData messages, one for each row.
 *
 * <p>Source: {@code src/backend/commands/copyto.c}.
 */
public abstract sealed class CopyWriter permits LineWriter, BinaryWriter {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final int CHUNK = 64 * 1024;

  final RowValues values;
  final ValueBuffer out = new ValueBuffer(CHUNK + CHUNK / 4);
  private int message;

  CopyWriter(RowValues values) {
    this.values = values;
  }

  /**
   * The writer of a result.
   *
   * @param columns of the result
   * @param settings the session's
   * @param catalog knows users' types
   */
  public static CopyWriter of(
      CopyOptions options,
      List<ResultColumn> columns,
      FormatSettings settings,
      CatalogSnapshot catalog) {
    short[] formats = {(short) (options.isBinary() ? 1 : 0)};
    RowValues values = RowValues.of(columns, formats, settings, catalog);
    return options.isBinary() ? new BinaryWriter(values) : new LineWriter(options, columns, values);
  }

  /** What every file in binary format begins with. */
  static byte[] signature() {
    return SIGNATURE.clone();
  }

  /** Writes what comes before the rows. */
  public final void begin(ByteBuf target) {
    writeHeader();
    out.moveTo(target);
  }

  /** Writes rows of a batch. */
  public final void write(VectorSchemaRoot batch, int from, int to, ByteBuf target) {
    values.read(batch);
    for (int row = from; row < to; row++) {
      writeRow(row);
      if (out.position() >= CHUNK) {
        out.moveTo(target);
      }
    }
    out.moveTo(target);
  }

  /** Writes what comes behind the rows. */
  public final void end(ByteBuf target) {
    writeTrailer();
    out.moveTo(target);
  }

  final void beginMessage() {
    out.writeByte('d');
    message = out.position();
    out.writeInt(0);
  }

  /** Where the data of the message begin. */
  final int messageBody() {
    return message + 4;
  }

  final void endMessage() {
    out.setInt(message, out.position() - message);
  }

  abstract void writeHeader();

  abstract void writeRow(int row);

  abstract void writeTrailer();
}
