package io.duckgres.gateway.engine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts changes of a database's data. The engine plans a prepared statement by the statistics of
 * the moment, leaves out what they exclude and packs values into as few bits as they allow, and
 * goes on with that plan when the data have changed: its answers are wrong then.
 */
final class DataVersion {
  private final AtomicLong version = new AtomicLong();

  long current() {
    return version.get();
  }

  /** Data were changed, or became visible. */
  void changed() {
    version.incrementAndGet();
  }
}
