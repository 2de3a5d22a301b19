package io.duckgres.gateway.codec;

import io.duckgres.gateway.engine.EngineBatch;
import io.netty.buffer.ByteBuf;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;

/** Writes DataRow messages row by row over prepared columns. */
final class RowWriter implements RowEncoder {
  private static final int CHUNK = 64 * 1024;
  private static final int NULL = -1;

  private final TypeCodec[] codecs;
  private final boolean[] binary;
  private final Values[] columns;
  private final ValueBuffer buffer = new ValueBuffer(CHUNK + CHUNK / 4);

  RowWriter(TypeCodec[] codecs, boolean[] binary) {
    this.codecs = codecs;
    this.binary = binary;
    this.columns = new Values[codecs.length];
  }

  @Override
  public void encode(VectorSchemaRoot batch, int from, int to, ByteBuf out) {
    DictionaryProvider dictionaries =
        batch instanceof EngineBatch engineBatch ? engineBatch.dictionaries() : null;
    for (int i = 0; i < columns.length; i++) {
      columns[i] = VectorReader.read(batch.getVector(i), dictionaries);
    }
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
    buffer.writeShort(columns.length);
    for (int i = 0; i < columns.length; i++) {
      Values values = columns[i];
      if (values.isNull(row)) {
        buffer.writeInt(NULL);
        continue;
      }
      int size = buffer.position();
      buffer.writeInt(0);
      TypeCodec codec = codecs[i];
      if (binary[i]) {
        codec.writeBinary(values, row, buffer);
      } else if (values.isText() && !codec.readsText()) {
        // The plan has cast a value to text that the engine's own type can't hold.
        values.writeBytes(row, buffer);
      } else {
        codec.writeText(values, row, buffer);
      }
      buffer.setInt(size, buffer.position() - size - 4);
    }
    buffer.setInt(start, buffer.position() - start);
  }
}
