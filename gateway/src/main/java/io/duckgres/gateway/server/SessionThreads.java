package io.duckgres.gateway.server;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that run sessions: as many as sessions work at the same time. */
final class SessionThreads {
  /** The parser descends as deep as the client's parentheses. */
  private static final long STACK_SIZE = 16L << 20;

  private SessionThreads() {}

  static ExecutorService create() {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        60,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(null, task, "session-" + number.incrementAndGet(), STACK_SIZE);
          thread.setDaemon(true);
          return thread;
        });
  }
}
