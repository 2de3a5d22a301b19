package io.duckgres.gateway.session;

import io.duckgres.gateway.session.AdvisoryLocks.Key;
import io.duckgres.gateway.session.AdvisoryLocks.Mode;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.plan.PgNotice;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The functions of advisory locks.
 *
 * @see <a href="https://www.postgresql.org/docs/17/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS">
 *     Advisory Lock Functions</a>
 */
final class LockFunctions {
  private final SessionContext context;

  LockFunctions(SessionContext context) {
    this.context = context;
  }

  void addTo(SessionFunctions functions) {
    for (boolean transaction : new boolean[] {false, true}) {
      String scope = transaction ? "xact_lock" : "lock";
      for (Mode mode : Mode.values()) {
        String suffix = mode == Mode.SHARE ? "_shared" : "";
        functions.add(
            "pg_advisory_" + scope + suffix,
            arguments -> {
              acquire(key(arguments), mode, transaction);
              return "";
            });
        functions.add(
            "pg_try_advisory_" + scope + suffix,
            arguments -> Boolean.toString(tryAcquire(key(arguments), mode, transaction)));
      }
    }
    functions.add("pg_advisory_unlock", arguments -> unlock(key(arguments), Mode.EXCLUSIVE));
    functions.add("pg_advisory_unlock_shared", arguments -> unlock(key(arguments), Mode.SHARE));
    functions.add(
        "pg_advisory_unlock_all",
        arguments -> {
          context.locks.releaseAll();
          return "";
        });
    functions.add(
        "pg_blocking_pids",
        arguments ->
            context.locks.all().blocking(Integer.parseInt(arguments.get(0))).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "[", "]")));
  }

  private static Key key(List<String> arguments) {
    return arguments.size() == 1
        ? Key.of(Long.parseLong(arguments.get(0)))
        : Key.of(Integer.parseInt(arguments.get(0)), Integer.parseInt(arguments.get(1)));
  }

  private boolean tryAcquire(Key key, Mode mode, boolean transaction) {
    boolean acquired = context.locks.all().tryAcquire(key, context.locks.owner(), mode);
    if (acquired) {
      context.locks.acquired(key, mode, transaction);
    }
    return acquired;
  }

  private void acquire(Key key, Mode mode, boolean transaction) {
    if (tryAcquire(key, mode, transaction)) {
      return;
    }
    long limit = context.settings.milliseconds("lock_timeout");
    long end = System.nanoTime() + limit * 1_000_000;
    context.activity.waits(Activity.Wait.ADVISORY_LOCK);
    try {
      context
          .locks
          .all()
          .acquire(
              key,
              context.locks.owner(),
              mode,
              context.databaseOid(),
              context.settings.milliseconds("deadlock_timeout"),
              () -> {
                context.cancellation.check();
                if (limit > 0 && System.nanoTime() - end >= 0) {
                  throw new PgException(
                      SqlState.LOCK_NOT_AVAILABLE, "canceling statement due to lock timeout");
                }
              });
    } finally {
      context.activity.waits(null);
    }
    context.locks.acquired(key, mode, transaction);
  }

  private String unlock(Key key, Mode mode) {
    boolean released = context.locks.release(key, mode);
    if (!released) {
      context.noticeLater(
          PgNotice.warning(SqlState.WARNING, "you don't own a lock of type " + mode));
    }
    return Boolean.toString(released);
  }
}
