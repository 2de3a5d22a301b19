package io.duckgres.gateway.copy;

import io.duckgres.gateway.engine.RowSink;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.plan.StatementPlan;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/**
 * Rows in binary format.
 *
 * <p>Source: {@code src/backend/commands/copyfromparse.c} (ReceiveCopyBinaryHeader, NextCopyFrom,
 * CopyReadBinaryAttribute).
 */
final class BinarySource extends CopySource {
  private static final int WITH_OIDS = 1 << 16;
  private static final int CRITICAL = 0xFFFF0000;

  private final CopyBuffer buffer;
  private final boolean[] isNull;
  private boolean headerRead;
  private long number;

  BinarySource(StatementPlan.CopyFrom plan, CopyTarget target, CopyBuffer buffer) {
    super(plan, target);
    this.buffer = buffer;
    isNull = new boolean[target.columns.size()];
  }

  @Override
  boolean read(RowSink sink, int row) {
    if (!headerRead) {
      headerRead = true;
      header();
    }
    place.atLine(++number);
    if (!has(2)) {
      // The trailer may be missing.
      return end();
    }
    int count = readShort();
    if (count == -1) {
      if (has(1)) {
        throw bad("received copy data after EOF marker");
      }
      return false;
    }
    int expected = target.columns.size();
    if (count != expected) {
      throw bad("row field count is " + count + ", expected " + expected);
    }
    for (int i = 0; i < expected; i++) {
      place.atColumn(target.columns.get(i).name());
      value(i, sink, row);
    }
    if (expected == 0) {
      sink.setNull(0, row);
    }
    place.atNoColumn();
    checkNotNull(isNull, this::show);
    return true;
  }

  private boolean end() {
    if (buffer.limit > buffer.start) {
      throw bad("unexpected EOF in COPY data");
    }
    return false;
  }

  private void header() {
    byte[] signature = CopyWriter.signature();
    if (!has(signature.length)
        || !Arrays.equals(
            buffer.bytes,
            buffer.start,
            buffer.start + signature.length,
            signature,
            0,
            signature.length)) {
      throw bad("COPY file signature not recognized");
    }
    buffer.start += signature.length;
    if (!has(4)) {
      throw bad("invalid COPY file header (missing flags)");
    }
    int flags = readInt();
    if ((flags & WITH_OIDS) != 0) {
      throw bad("invalid COPY file header (WITH OIDS)");
    }
    if ((flags & CRITICAL) != 0) {
      throw bad("unrecognized critical flags in COPY file header");
    }
    int length = has(4) ? readInt() : -1;
    if (length < 0) {
      throw bad("invalid COPY file header (missing length)");
    }
    if (!has(length)) {
      throw bad("invalid COPY file header (wrong length)");
    }
    buffer.start += length;
  }

  private void value(int column, RowSink sink, int row) {
    if (!has(4)) {
      throw bad("unexpected EOF in COPY data");
    }
    int size = readInt();
    putDefault(sink, column, row, false);
    isNull[column] = size == -1;
    if (size == -1) {
      putNull(sink, column, row);
      return;
    }
    if (size < 0) {
      throw bad("invalid field size");
    }
    if (!has(size)) {
      throw bad("unexpected EOF in COPY data");
    }
    int from = buffer.start;
    buffer.start += size;
    Object value =
        target.readers[column].readBinary(Unpooled.wrappedBuffer(buffer.bytes, from, size));
    target.carriers[column].put(value, sink, column, row);
  }

  /** Whether so many bytes follow. */
  private boolean has(int count) {
    while (buffer.limit - buffer.start < count) {
      if (!buffer.more()) {
        return false;
      }
    }
    return true;
  }

  private int readShort() {
    int value = buffer.bytes[buffer.start] << 8 | buffer.bytes[buffer.start + 1] & 0xFF;
    buffer.start += 2;
    return value;
  }

  private int readInt() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | buffer.bytes[buffer.start++] & 0xFF;
    }
    return value;
  }

  private static PgException bad(String message) {
    return new PgException(SqlState.BAD_COPY_FILE_FORMAT, message);
  }

  private void show(StringBuilder row) {
    boolean first = true;
    for (Attribute column : plan.relation().attributes()) {
      row.append(first ? "" : ", ");
      first = false;
      int index = target.columns.indexOf(column);
      // What the values are has been forgotten.
      row.append(index >= 0 && !isNull[index] ? "..." : "null");
    }
  }
}
