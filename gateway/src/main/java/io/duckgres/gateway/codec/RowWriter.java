package io.duckgres.gateway.codec;

import io.netty.buffer.ByteBuf;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Writes DataRow messages row by row over prepared columns. */
final class RowWriter implements RowEncoder {
  private static final int CHUNK = 64 * 1024;

  /** Most results are small: a buffer for a chunk would take longer to make than to fill. */
  private static final int FIRST = 1024;

  private static final int NULL = -1;

  private final RowValues values;
  private final ValueBuffer buffer = new ValueBuffer(FIRST);

  RowWriter(RowValues values) {
    this.values = values;
  }

  @Override
  public void encode(VectorSchemaRoot batch, int from, int to, ByteBuf out) {
    values.read(batch);
    buffer.reset(0);
    for (int row = from; row < to; row++) {
      writeRow(row);
      if (buffer.position() >= CHUNK) {
        buffer.moveTo(out);
      }
    }
    buffer.moveTo(out);
  }

  private void writeRow(int row) {
    buffer.writeByte('D');
    int start = buffer.position();
    buffer.writeInt(0);
    buffer.writeShort(values.columns());
    for (int i = 0; i < values.columns(); i++) {
      if (values.isNull(i, row)) {
        buffer.writeInt(NULL);
        continue;
      }
      int size = buffer.position();
      buffer.writeInt(0);
      values.write(i, row, buffer);
      buffer.setInt(size, buffer.position() - size - 4);
    }
    buffer.setInt(start, buffer.position() - start);
  }
}
