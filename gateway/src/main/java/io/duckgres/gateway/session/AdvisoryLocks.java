package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The advisory locks of one database, held by its sessions. Who asks first is served first.
 * Thread-safe.
 *
 * <p>Source: {@code src/backend/utils/adt/lockfuncs.c}, {@code
 * src/backend/storage/lmgr/deadlock.c}.
 *
 * @see <a href="https://www.postgresql.org/docs/17/explicit-locking.html#ADVISORY-LOCKS">Advisory
 *     Locks</a>
 */
final class AdvisoryLocks {
  private static final long POLL_MILLISECONDS = 50;

  /**
   * What is locked, in the columns of {@code pg_locks}.
   *
   * @param subId 1 for a bigint, 2 for two integers
   */
  record Key(int classId, int objectId, int subId) {
    static Key of(long key) {
      return new Key((int) (key >>> Integer.SIZE), (int) key, 1);
    }

    static Key of(int first, int second) {
      return new Key(first, second, 2);
    }
  }

  /** How it is locked. */
  enum Mode {
    EXCLUSIVE("ExclusiveLock"),
    SHARE("ShareLock");

    private final String shown;

    Mode(String shown) {
      this.shown = shown;
    }

    boolean conflictsWith(Mode other) {
      return this == EXCLUSIVE || other == EXCLUSIVE;
    }

    @Override
    public String toString() {
      return shown;
    }
  }

  /**
   * A lock that is held or waited for.
   *
   * @param owner the session's process id
   * @param since when it began to wait; null when it is held
   */
  record Entry(Key key, int owner, Mode mode, Instant since) {}

  /** Called again and again while a session waits. */
  interface Waiting {
    /**
     * @throws PgException to wait no longer
     */
    void check();
  }

  private record Holding(int owner, Mode mode) {}

  private record Request(Key key, int owner, Mode mode, Instant since) {}

  private final Map<Key, Map<Holding, Integer>> held = new LinkedHashMap<>();
  private final List<Request> queue = new ArrayList<>();

  /** Takes a lock if nobody has one that conflicts. */
  synchronized boolean tryAcquire(Key key, int owner, Mode mode) {
    if (!blockers(key, owner, mode, queue).isEmpty()) {
      return false;
    }
    held.computeIfAbsent(key, k -> new LinkedHashMap<>())
        .merge(new Holding(owner, mode), 1, Integer::sum);
    return true;
  }

  /**
   * Takes a lock as soon as it can be had.
   *
   * @param database its OID, for messages
   * @param deadlockTimeout milliseconds after which a deadlock is looked for
   * @throws PgException 40P01, or what {@code waiting} throws
   */
  synchronized void acquire(
      Key key, int owner, Mode mode, long database, long deadlockTimeout, Waiting waiting) {
    if (tryAcquire(key, owner, mode)) {
      return;
    }
    Request request = new Request(key, owner, mode, Instant.now());
    queue.add(request);
    long begin = System.nanoTime();
    boolean checked = false;
    try {
      while (!blockers(key, owner, mode, before(request)).isEmpty()) {
        waiting.check();
        if (!checked && System.nanoTime() - begin >= deadlockTimeout * 1_000_000) {
          checkDeadlock(request, database);
          checked = true;
        }
        wait(POLL_MILLISECONDS);
      }
      held.computeIfAbsent(key, k -> new LinkedHashMap<>())
          .merge(new Holding(owner, mode), 1, Integer::sum);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Cancellation.userRequest();
    } finally {
      queue.remove(request);
      notifyAll();
    }
  }

  private List<Request> before(Request request) {
    return queue.subList(0, queue.indexOf(request));
  }

  /** Who keeps the owner from having the lock; who has the key already overtakes the others. */
  private List<Holding> blockers(Key key, int owner, Mode mode, List<Request> earlier) {
    List<Holding> blockers = new ArrayList<>();
    boolean has = false;
    for (Holding holding : held.getOrDefault(key, Map.of()).keySet()) {
      if (holding.owner() == owner) {
        has = true;
      } else if (mode.conflictsWith(holding.mode())) {
        blockers.add(holding);
      }
    }
    if (!has) {
      for (Request request : earlier) {
        if (request.key().equals(key)
            && request.owner() != owner
            && mode.conflictsWith(request.mode())) {
          blockers.add(new Holding(request.owner(), request.mode()));
        }
      }
    }
    return blockers;
  }

  /**
   * Gives a lock back.
   *
   * @return false when the owner does not hold it
   */
  synchronized boolean release(Key key, int owner, Mode mode) {
    Map<Holding, Integer> holdings = held.get(key);
    Holding holding = new Holding(owner, mode);
    if (holdings == null || !holdings.containsKey(holding)) {
      return false;
    }
    holdings.computeIfPresent(holding, (h, count) -> count == 1 ? null : count - 1);
    if (holdings.isEmpty()) {
      held.remove(key);
    }
    notifyAll();
    return true;
  }

  /** All that are held, then all that are waited for. */
  synchronized List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    held.forEach(
        (key, holdings) ->
            holdings
                .keySet()
                .forEach(
                    holding -> entries.add(new Entry(key, holding.owner(), holding.mode(), null))));
    for (Request request : queue) {
      entries.add(new Entry(request.key(), request.owner(), request.mode(), request.since()));
    }
    return entries;
  }

  /** The process ids of those for whom an owner waits. */
  synchronized List<Integer> blocking(int owner) {
    Request request = requestOf(owner);
    return request == null
        ? List.of()
        : blockers(request.key(), owner, request.mode(), before(request)).stream()
            .map(Holding::owner)
            .distinct()
            .toList();
  }

  private Request requestOf(int owner) {
    for (Request request : queue) {
      if (request.owner() == owner) {
        return request;
      }
    }
    return null;
  }

  private void checkDeadlock(Request start, long database) {
    Map<Integer, Integer> next = new HashMap<>();
    if (!leadsBack(start, start.owner(), next)) {
      return;
    }
    StringBuilder detail = new StringBuilder();
    Request request = start;
    do {
      int blocker = next.get(request.owner());
      detail
          .append(detail.isEmpty() ? "" : "\n")
          .append("Process ")
          .append(request.owner())
          .append(" waits for ")
          .append(request.mode())
          .append(" on advisory lock [")
          .append(database)
          .append(',')
          .append(Integer.toUnsignedString(request.key().classId()))
          .append(',')
          .append(Integer.toUnsignedString(request.key().objectId()))
          .append(',')
          .append(request.key().subId())
          .append("]; blocked by process ")
          .append(blocker)
          .append('.');
      request = requestOf(blocker);
    } while (request != null && request != start);
    throw new PgException(SqlState.DEADLOCK_DETECTED, "deadlock detected")
        .withDetail(detail.toString())
        .withHint("See server log for query details.");
  }

  /** Whether those for whom a request waits wait for an owner in the end. */
  private boolean leadsBack(Request request, int owner, Map<Integer, Integer> next) {
    List<Holding> blockers =
        blockers(request.key(), request.owner(), request.mode(), before(request));
    for (Holding blocker : blockers) {
      boolean known = next.containsKey(blocker.owner());
      next.put(request.owner(), blocker.owner());
      if (blocker.owner() == owner) {
        return true;
      }
      Request further = known ? null : requestOf(blocker.owner());
      if (further != null && leadsBack(further, owner, next)) {
        return true;
      }
    }
    return false;
  }
}
