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
  private VectorSchemaRoot seen;
  private long seenNumber;
  private final ValueBuffer buffer = new ValueBuffer(CHUNK + CHUNK / 4);

  RowWriter(TypeCodec[] codecs, boolean[] binary) {
    this.codecs = codecs;
    this.binary = binary;
    this.columns = new Values[codecs.length];
  }

  @Override
  public void encode(VectorSchemaRoot batch, int from, int to, ByteBuf out) {
    read(batch);
    buffer.reset(0);
    for (int row = from; row < to; row++) {
      writeRow(row);
      if (buffer.position() >= CHUNK) {
        buffer.moveTo(out);
      }
    }
    buffer.moveTo(out);
  }

  /** Looks at the vectors, unless they still hold the batch that was seen last. */
  private void read(VectorSchemaRoot batch) {
    EngineBatch engineBatch = batch instanceof EngineBatch own ? own : null;
    if (engineBatch != null && batch == seen && engineBatch.number() == seenNumber) {
      return;
    }
    DictionaryProvider dictionaries = engineBatch == null ? null : engineBatch.dictionaries();
    for (int i = 0; i < columns.length; i++) {
      columns[i] = VectorReader.read(batch.getVector(i), dictionaries);
    }
    seen = batch;
    seenNumber = engineBatch == null ? 0 : engineBatch.number();
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
