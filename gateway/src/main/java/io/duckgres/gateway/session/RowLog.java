package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.MessageSink;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cursor's rows as DataRow messages, by their numbers from 1 on: in memory at first, in a
 * temporary file when they are many.
 */
final class RowLog implements AutoCloseable {
  /** Bytes kept in memory. */
  private static final long MEMORY = 8L << 20;

  /** Rows are collected in pieces of about this many bytes. */
  private static final int PIECE = 64 << 10;

  /** Neighbouring rows; the bytes are null when they are in the file. */
  private record Chunk(int rows, ByteBuf messages, long position, int length) {}

  private final TreeMap<Long, Chunk> chunks = new TreeMap<>();
  private long rows;
  private long inMemory;
  private FileChannel file;
  private long fileSize;

  /** The chunk that was read last, and where in it. */
  private ByteBuf current;

  private long currentFirst;
  private long currentRow;
  private int currentOffset;

  /** Appends messages; takes over the buffer. */
  void add(ByteBuf messages, int count) {
    int length = messages.readableBytes();
    Map.Entry<Long, Chunk> last = chunks.lastEntry();
    if (last != null && last.getValue().messages() != null && fits(last.getValue(), length)) {
      Chunk chunk = last.getValue();
      chunk.messages().writeBytes(messages);
      messages.release();
      inMemory += length;
      chunks.put(
          last.getKey(),
          new Chunk(chunk.rows() + count, chunk.messages(), -1, chunk.length() + length));
    } else if (inMemory + length <= MEMORY) {
      inMemory += length;
      chunks.put(rows + 1, new Chunk(count, messages, -1, length));
    } else {
      chunks.put(rows + 1, new Chunk(count, null, write(messages), length));
    }
    rows += count;
  }

  private boolean fits(Chunk chunk, int length) {
    return chunk.length() + length <= PIECE && inMemory + length <= MEMORY;
  }

  private long write(ByteBuf messages) {
    long position = fileSize;
    try {
      if (file == null) {
        Path path = Files.createTempFile("duckgres-cursor", ".tmp");
        file =
            FileChannel.open(
                path,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
      }
      ByteBuffer bytes = messages.nioBuffer();
      while (bytes.hasRemaining()) {
        fileSize += file.write(bytes, fileSize);
      }
      return position;
    } catch (IOException e) {
      throw failed(e);
    } finally {
      messages.release();
    }
  }

  /** Whether the row is still there. */
  boolean has(long row) {
    Map.Entry<Long, Chunk> entry = chunks.floorEntry(row);
    return entry != null && row < entry.getKey() + entry.getValue().rows();
  }

  /** Sends rows that {@link #has} says are there, in order. */
  void send(long first, long count, MessageSink out) {
    long row = first;
    while (row < first + count) {
      seek(row);
      int end = currentOffset;
      long next = row;
      long behind = Math.min(first + count, currentFirst + chunks.get(currentFirst).rows());
      while (next < behind && end - currentOffset < PIECE) {
        end += 1 + current.getInt(end + 1);
        next++;
      }
      ByteBuf copy = out.allocator().directBuffer(end - currentOffset);
      out.writeEncoded(copy.writeBytes(current, currentOffset, end - currentOffset));
      currentOffset = end;
      currentRow = next;
      row = next;
      if (!out.isWritable()) {
        out.awaitWritable();
      }
    }
  }

  private void seek(long row) {
    Map.Entry<Long, Chunk> entry = chunks.floorEntry(row);
    if (current == null || currentFirst != entry.getKey() || currentRow > row) {
      currentFirst = entry.getKey();
      currentRow = currentFirst;
      currentOffset = 0;
      Chunk chunk = entry.getValue();
      current = chunk.messages() != null ? chunk.messages() : read(chunk);
    }
    for (; currentRow < row; currentRow++) {
      currentOffset += 1 + current.getInt(currentOffset + 1);
    }
  }

  private ByteBuf read(Chunk chunk) {
    try {
      ByteBuffer bytes = ByteBuffer.allocate(chunk.length());
      while (bytes.hasRemaining()) {
        if (file.read(bytes, chunk.position() + bytes.position()) < 0) {
          throw new IOException("the temporary file is too short");
        }
      }
      return Unpooled.wrappedBuffer(bytes.flip());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Forgets rows before this one.
   *
   * @param all whether also those that memory has room for
   */
  void forgetBefore(long row, boolean all) {
    while (!chunks.isEmpty() && (all || inMemory > MEMORY / 2)) {
      Map.Entry<Long, Chunk> first = chunks.firstEntry();
      if (first.getKey() + first.getValue().rows() > row) {
        return;
      }
      chunks.remove(first.getKey());
      if (first.getKey() == currentFirst) {
        current = null;
      }
      if (first.getValue().messages() != null) {
        inMemory -= first.getValue().length();
        first.getValue().messages().release();
      }
    }
  }

  private static PgException failed(IOException e) {
    return new PgException(SqlState.IO_ERROR, "could not use temporary file: " + e.getMessage())
        .withCause(e);
  }

  @Override
  public void close() {
    current = null;
    for (Chunk chunk : chunks.values()) {
      if (chunk.messages() != null) {
        chunk.messages().release();
      }
    }
    chunks.clear();
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw failed(e);
      }
      file = null;
    }
  }
}
