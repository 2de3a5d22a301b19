package io.duckgres.gateway.session;

import io.duckgres.gateway.wire.MessageSink;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Queue;

/** DataRow messages kept for later: in memory at first, in a temporary file when they are many. */
final class RowSpool implements Cursor {
  /** Bytes kept in memory. */
  private static final long MEMORY = 8L << 20;

  private static final int TYPE_AND_LENGTH = 5;

  /** A run of messages; its bytes are null when they are in the file. */
  private record Chunk(ByteBuf messages, long position, int length) {}

  private final Queue<Chunk> chunks = new ArrayDeque<>();
  private RowDigest digest;
  private ByteBuf current;
  private long inMemory;
  private FileChannel file;
  private long fileSize;

  @Override
  public void digestTo(RowDigest rows) {
    digest = rows;
  }

  /** Keeps messages; takes over the buffer. */
  void add(ByteBuf messages, int rows) {
    if (digest != null) {
      digest.add(messages);
    }
    int length = messages.readableBytes();
    if (rows == 0 || inMemory + length <= MEMORY) {
      inMemory += length;
      chunks.add(new Chunk(messages, -1, length));
      return;
    }
    try {
      if (file == null) {
        Path path = Files.createTempFile("duckgres-rows", ".tmp");
        file =
            FileChannel.open(
                path,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
      }
      chunks.add(new Chunk(null, fileSize, length));
      ByteBuffer bytes = messages.nioBuffer();
      while (bytes.hasRemaining()) {
        fileSize += file.write(bytes, fileSize);
      }
    } catch (IOException e) {
      throw failed(e);
    } finally {
      messages.release();
    }
  }

  @Override
  public long send(long limit, MessageSink out) {
    long sent = 0;
    while (sent < limit && hasCurrent()) {
      int start = current.readerIndex();
      int end = start;
      while (sent < limit && end < current.writerIndex()) {
        end += 1 + current.getInt(end + 1);
        sent++;
      }
      ByteBuf copy = out.allocator().directBuffer(Math.max(TYPE_AND_LENGTH, end - start));
      out.writeEncoded(copy.writeBytes(current, end - start));
      if (!out.isWritable()) {
        out.awaitWritable();
      }
    }
    return sent;
  }

  private boolean hasCurrent() {
    while (current == null || !current.isReadable()) {
      if (current != null) {
        current.release();
        current = null;
      }
      Chunk next = chunks.poll();
      if (next == null) {
        return false;
      }
      current = next.messages() == null ? read(next) : next.messages();
    }
    return true;
  }

  private ByteBuf read(Chunk chunk) {
    try {
      ByteBuffer bytes = ByteBuffer.allocate(chunk.length());
      while (bytes.hasRemaining()) {
        if (file.read(bytes, chunk.position() + bytes.position()) < 0) {
          throw new IOException("the temporary file is too short");
        }
      }
      return io.netty.buffer.Unpooled.wrappedBuffer(bytes.flip());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static PgException failed(IOException e) {
    return new PgException(SqlState.IO_ERROR, "could not use temporary file: " + e.getMessage())
        .withCause(e);
  }

  @Override
  public void close() {
    if (current != null) {
      current.release();
      current = null;
    }
    for (Chunk chunk : chunks) {
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
