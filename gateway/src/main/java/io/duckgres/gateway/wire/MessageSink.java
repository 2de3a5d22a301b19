package io.duckgres.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Where a session's messages go. Messages are collected in one buffer and leave at {@link #flush}
 * or when the buffer has grown large. Used by one thread at a time.
 */
public interface MessageSink {
  /** Appends a message. */
  void write(BackendMessage message);

  /**
   * Appends whole messages that are bytes already, and takes over the buffer.
   *
   * @throws ClientGoneException when the connection is closed; the buffer is released all the same
   */
  void writeEncoded(ByteBuf messages);

  /** Sends what was collected. */
  void flush();

  /** Whether the client keeps up: false while too much waits to be sent. */
  boolean isWritable();

  /**
   * Sends what was collected, then waits until the client keeps up. Whoever streams rows calls it
   * between batches; never called on an event loop.
   *
   * @throws ClientGoneException when the connection is closed
   */
  void awaitWritable();

  /** The allocator for {@link #writeEncoded}'s buffers. */
  ByteBufAllocator allocator();
}
