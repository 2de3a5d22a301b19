package io.duckgres.compat.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Repeats work for a while, after a third of that time to warm up.
 *
 * @param seconds for how long
 */
record Loop(double seconds) {
  /** Work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** How long one takes, in milliseconds: the median. */
  double milliseconds(Work work) throws Exception {
    repeat(work, seconds / 3);
    return Medians.of(repeat(work, seconds));
  }

  /** How many are done in a second. */
  double perSecond(Work work) throws Exception {
    repeat(work, seconds / 3);
    long begin = System.nanoTime();
    int done = repeat(work, seconds).size();
    return done / ((System.nanoTime() - begin) / 1e9);
  }

  /** How many are done in a second by several clients together, each with work of its own. */
  double together(List<? extends Work> clients) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    try {
      run(threads, clients, seconds / 3);
      long begin = System.nanoTime();
      int done = run(threads, clients, seconds);
      return done / ((System.nanoTime() - begin) / 1e9);
    } finally {
      threads.shutdown();
    }
  }

  private static int run(ExecutorService threads, List<? extends Work> clients, double limit)
      throws Exception {
    List<Callable<Integer>> tasks = new ArrayList<>();
    clients.forEach(client -> tasks.add(() -> repeat(client, limit).size()));
    int done = 0;
    for (Future<Integer> future : threads.invokeAll(tasks)) {
      try {
        done += future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a client failed", e.getCause());
      }
    }
    return done;
  }

  /** The time of each repetition in milliseconds; at least one is made. */
  private static List<Double> repeat(Work work, double limit) throws Exception {
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + (long) (limit * 1e9);
    long now = System.nanoTime();
    do {
      work.run();
      long after = System.nanoTime();
      times.add((after - now) / 1e6);
      now = after;
    } while (now < end);
    return times;
  }
}
