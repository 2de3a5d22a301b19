package io.duckgres.gateway.session;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Threads that interrupt sessions, at once or later. Idle there are none but the clock's. */
final class Interrupts {
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, daemons("session-clock"));
  private final ExecutorService workers =
      Executors.newCachedThreadPool(daemons("session-interrupt"));

  Interrupts() {
    clock.setRemoveOnCancelPolicy(true);
    clock.setKeepAliveTime(10, TimeUnit.SECONDS);
    clock.allowCoreThreadTimeOut(true);
  }

  /** Runs a task that may take its time. */
  void execute(Runnable task) {
    workers.execute(task);
  }

  /** Runs such a task later. */
  ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return clock.schedule(() -> workers.execute(task), delay, unit);
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
