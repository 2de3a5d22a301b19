package io.duckgres.gateway.server;

import io.duckgres.gateway.wire.BackendMessage;
import io.duckgres.gateway.wire.BackendMessageWriter;
import io.duckgres.gateway.wire.ClientGoneException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import java.util.concurrent.TimeUnit;

/**
 * The messages on their way to a client, collected in one buffer per flush. One thread at a time
 * writes; the event loop calls {@link #wake}.
 */
final class Outbox {
  /** What is collected before it is handed to the socket without being asked. */
  private static final int FULL = 64 << 10;

  /** Row buffers up to this size are copied behind what is collected: one packet instead of two. */
  private static final int SMALL = 16 << 10;

  /** How long a client may still read when its session shall end. */
  private static final long PATIENCE_MILLISECONDS = 1000;

  private final Channel channel;
  private final Object writable = new Object();
  private ByteBuf buffer;
  private boolean abandoned;
  private long deadline;

  Outbox(Channel channel) {
    this.channel = channel;
  }

  void write(BackendMessage message) {
    BackendMessageWriter.write(buffer(), message);
    sendWhenFull();
  }

  void writeEncoded(ByteBuf messages) {
    if (!channel.isActive()) {
      messages.release();
      throw new ClientGoneException();
    }
    if (messages.readableBytes() <= SMALL) {
      buffer().writeBytes(messages);
      messages.release();
      sendWhenFull();
    } else {
      send(false);
      channel.write(messages, channel.voidPromise());
    }
  }

  void flush() {
    if (buffer == null) {
      channel.flush();
    } else {
      send(true);
    }
  }

  boolean isWritable() {
    return channel.isWritable();
  }

  void awaitWritable() {
    flush();
    synchronized (writable) {
      while (!channel.isWritable() && channel.isActive() && !isTooLate()) {
        try {
          writable.wait(abandoned ? PATIENCE_MILLISECONDS : 0);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new ClientGoneException();
        }
      }
    }
    if (!channel.isActive() || !channel.isWritable()) {
      throw new ClientGoneException();
    }
  }

  private boolean isTooLate() {
    return abandoned && System.nanoTime() - deadline > 0;
  }

  /** Waits not much longer for a client that does not read; callable from any thread. */
  void abandon() {
    synchronized (writable) {
      abandoned = true;
      deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLISECONDS);
      writable.notifyAll();
    }
  }

  ByteBufAllocator allocator() {
    return channel.alloc();
  }

  /** The channel's writability changed, or it closed. */
  void wake() {
    synchronized (writable) {
      writable.notifyAll();
    }
  }

  /** Drops what is collected. */
  void release() {
    if (buffer != null) {
      buffer.release();
      buffer = null;
    }
  }

  private ByteBuf buffer() {
    if (buffer == null) {
      buffer = channel.alloc().directBuffer(1024);
    }
    return buffer;
  }

  private void sendWhenFull() {
    if (buffer.readableBytes() >= FULL) {
      send(true);
    }
  }

  private void send(boolean flush) {
    ByteBuf full = buffer;
    buffer = null;
    if (full == null) {
      return;
    }
    if (flush) {
      channel.writeAndFlush(full, channel.voidPromise());
    } else {
      channel.write(full, channel.voidPromise());
    }
  }
}
