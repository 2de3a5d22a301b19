package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps concurrent transactions of one database from leaving a row that refers to nothing. Each
 * sees the database as it was when it began, so that neither sees a reference that the other makes
 * nor a key that the other takes away: whoever commits second fails, as PostgreSQL would make it
 * wait.
 *
 * <p>Thread-safe. Transactions that no foreign key is about never come here.
 */
final class ReferenceConflicts {
  private final Map<String, Long> referred = new HashMap<>();
  private final Map<String, Long> taken = new HashMap<>();
  private long commits;

  /** The state that a transaction which begins now sees at least. */
  synchronized long now() {
    return commits;
  }

  /**
   * Commits.
   *
   * @param begun what {@link #now} said before the transaction began
   * @param references tables that it has made rows refer to
   * @param takes tables that it has taken keys from
   * @param commit the engine's commit
   * @throws PgException 40001 when another transaction that has committed since makes it impossible
   */
  synchronized void commit(long begun, Set<String> references, Set<String> takes, Runnable commit) {
    check(begun, references, taken);
    check(begun, takes, referred);
    commit.run();
    commits++;
    references.forEach(table -> referred.put(table, commits));
    takes.forEach(table -> taken.put(table, commits));
  }

  private static void check(long begun, Set<String> mine, Map<String, Long> others) {
    for (String table : mine) {
      if (others.getOrDefault(table, 0L) > begun) {
        throw new PgException(
            SqlState.SERIALIZATION_FAILURE, "could not serialize access due to concurrent update");
      }
    }
  }
}
