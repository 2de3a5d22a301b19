package io.duckgres.gateway.session;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Tells whether two executions returned the same rows, in whatever order. */
final class RowDigest {
  private long rows;
  private long sum;

  /** Takes in DataRow messages. */
  void add(ByteBuf messages) {
    CRC32C checksum = new CRC32C();
    int end = messages.writerIndex();
    for (int start = messages.readerIndex(); start < end; ) {
      int length = 1 + messages.getInt(start + 1);
      checksum.reset();
      ByteBuffer bytes = messages.nioBuffer(start, length);
      checksum.update(bytes);
      sum += checksum.getValue();
      rows++;
      start += length;
    }
  }

  /** The number of rows and what they sum up to. */
  Value value() {
    return new Value(rows, sum);
  }

  /** Equal for the same rows. */
  record Value(long rows, long sum) {}
}
