package io.duckgres.gateway.session;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The transaction ids of one database: each transaction that changes something, or asks for its id,
 * gets the next one. They begin behind those of earlier runs of the server. Thread-safe.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/17/functions-info.html#FUNCTIONS-PG-SNAPSHOT">Transaction
 *     ID and Snapshot Information Functions</a>
 */
final class TransactionNumbers {
  private static final int REMEMBERED = 100_000;
  private static final long EPOCH_SECONDS = 1_700_000_000;
  private static final long FIRST = 1000;

  private final TreeSet<Long> running = new TreeSet<>();
  private final Map<Long, Boolean> ended =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };
  private long next;

  TransactionNumbers(Instant now) {
    next = FIRST + Math.max(0, now.getEpochSecond() - EPOCH_SECONDS);
  }

  synchronized long assign() {
    long number = next++;
    running.add(number);
    return number;
  }

  synchronized void ended(long number, boolean committed) {
    running.remove(number);
    ended.put(number, committed);
  }

  /** The next number that will be assigned. */
  synchronized long next() {
    return next;
  }

  /** The oldest running transaction; the next number when none runs. */
  synchronized long oldest() {
    return running.isEmpty() ? next : running.first();
  }

  /** How a transaction has ended; null when that is not remembered. */
  synchronized String status(long number) {
    if (running.contains(number)) {
      return "in progress";
    }
    Boolean committed = ended.get(number);
    if (committed == null) {
      return null;
    }
    return committed ? "committed" : "aborted";
  }

  /** The running transactions as {@code pg_snapshot} is written. */
  synchronized String snapshot() {
    StringBuilder text = new StringBuilder();
    text.append(oldest()).append(':').append(next).append(':');
    String separator = "";
    for (long number : running) {
      text.append(separator).append(number);
      separator = ",";
    }
    return text.toString();
  }
}
