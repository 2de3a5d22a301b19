package io.duckgres.gateway.server;

import io.duckgres.gateway.wire.ClientGoneException;
import io.duckgres.gateway.wire.FrontendMessage;
import io.duckgres.gateway.wire.FrontendMessage.Bind;
import io.duckgres.gateway.wire.FrontendMessage.CopyData;
import io.duckgres.gateway.wire.FrontendMessage.Parse;
import io.duckgres.gateway.wire.FrontendMessage.Query;
import io.duckgres.gateway.wire.FrontendMessage.Terminate;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The messages that a client has sent and its session has not taken. When much waits, reading from
 * the socket pauses, and TCP slows the client down.
 */
final class Inbox {
  /** Bytes at which reading pauses, and to which they must fall before it goes on. */
  private static final long HIGH = 4L << 20;

  private static final long LOW = 1L << 20;

  /** What a message costs beside its body. */
  private static final int OVERHEAD = 64;

  private static final long POLL_MILLISECONDS = 100;

  private final Queue<FrontendMessage> messages = new ArrayDeque<>();
  private final Consumer<Boolean> reading;
  private long size;
  private boolean paused;
  private boolean closed;
  private boolean terminated;

  /**
   * An empty inbox.
   *
   * @param reading switches reading from the socket on and off; called on any thread
   */
  Inbox(Consumer<Boolean> reading) {
    this.reading = reading;
  }

  synchronized void add(FrontendMessage message) {
    messages.add(message);
    terminated |= message instanceof Terminate;
    size += weight(message);
    if (size > HIGH && !paused) {
      paused = true;
      reading.accept(false);
    }
    notifyAll();
  }

  /** The next message, or null. */
  synchronized FrontendMessage poll() {
    FrontendMessage message = messages.poll();
    if (message != null) {
      size -= weight(message);
      if (size < LOW && paused) {
        paused = false;
        reading.accept(true);
      }
    }
    return message;
  }

  /** The next message without taking it, or null. */
  synchronized FrontendMessage peek() {
    return messages.peek();
  }

  /** Whether the client has said that it will send no more. */
  synchronized boolean isTerminated() {
    return terminated;
  }

  /** Drops what waits. */
  synchronized void clear() {
    messages.clear();
    size = 0;
  }

  /**
   * Waits for the next message.
   *
   * @param whileWaiting is called again and again; what it throws ends the waiting
   */
  synchronized FrontendMessage take(Runnable whileWaiting) {
    FrontendMessage message = poll();
    while (message == null) {
      if (closed) {
        throw new ClientGoneException();
      }
      try {
        wait(POLL_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ClientGoneException();
      }
      message = poll();
      if (message == null) {
        whileWaiting.run();
      }
    }
    return message;
  }

  /** Nothing comes any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private static long weight(FrontendMessage message) {
    if (message instanceof CopyData copy) {
      return OVERHEAD + copy.data().length;
    }
    if (message instanceof Query query) {
      return OVERHEAD + query.sql().length();
    }
    if (message instanceof Parse parse) {
      return OVERHEAD + parse.sql().length() + 16L * parse.parameterTypes().size();
    }
    if (message instanceof Bind bind) {
      long weight = OVERHEAD;
      for (byte[] parameter : bind.parameters()) {
        weight += parameter == null ? 8 : 24 + parameter.length;
      }
      return weight;
    }
    return OVERHEAD;
  }
}
