package io.duckgres.gateway.server;

import io.duckgres.gateway.wire.BackendMessage;
import io.duckgres.gateway.wire.BackendMessageWriter;
import io.duckgres.gateway.wire.ClientGoneException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;

/**
 * The messages on their way to a client, collected in one buffer per flush. One thread at a time
 * writes; the event loop calls {@link #wake}.
 */
final class Outbox {
  /** What is collected before it is handed to the socket without being asked. */
  private static final int FULL = 64 << 10;

  /** Row buffers up to this size are copied behind what is collected: one packet instead of two. */
  private static final int SMALL = 16 << 10;

  private final Channel channel;
  private final Object writable = new Object();
  private ByteBuf buffer;

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
      while (!channel.isWritable() && channel.isActive()) {
        try {
          writable.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new ClientGoneException();
        }
      }
    }
    if (!channel.isActive()) {
      throw new ClientGoneException();
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
