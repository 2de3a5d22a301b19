package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The session's prepared statements; those of Parse and of PREPARE share their names. */
final class PreparedStatements {
  /** Executions with parameters of their own before PostgreSQL keeps a plan for all values. */
  private static final int CUSTOM_PLANS = 5;

  /** A statement and what {@code pg_prepared_statements} tells of it. */
  static final class Entry {
    private final PreparedStatement statement;
    private final boolean fromSql;
    private final Instant prepared = Instant.now();
    private long executions;

    private Entry(PreparedStatement statement, boolean fromSql) {
      this.statement = statement;
      this.fromSql = fromSql;
    }

    PreparedStatement statement() {
      return statement;
    }

    boolean fromSql() {
      return fromSql;
    }

    Instant prepared() {
      return prepared;
    }

    long customPlans() {
      return statement.shape().parameterTypes().isEmpty() ? 0 : Math.min(executions, CUSTOM_PLANS);
    }

    long genericPlans() {
      return executions - customPlans();
    }
  }

  private final Map<String, Entry> statements = new LinkedHashMap<>();
  private final int limit;

  /**
   * No statements yet.
   *
   * @param limit how many there may be
   */
  PreparedStatements(int limit) {
    this.limit = limit;
  }

  /**
   * Adds a statement; the unnamed one replaces its predecessor.
   *
   * @param fromSql whether PREPARE made it, and not Parse
   * @throws PgException 42P05 when the name is taken, 54000 when there are too many
   */
  void add(PreparedStatement statement, boolean fromSql) {
    checkFree(statement.name());
    SessionLimits.check(statements.size(), limit, "prepared statements", "prepared_statements");
    statements.put(statement.name(), new Entry(statement, fromSql));
  }

  /** All, in the order of their making. */
  Collection<Entry> all() {
    return Collections.unmodifiableCollection(statements.values());
  }

  /** A statement is executed. */
  void executes(String name) {
    Entry entry = statements.get(name);
    if (entry != null) {
      entry.executions++;
    }
  }

  /** Refuses a name that is taken, before anything is done for it. */
  void checkFree(String name) {
    if (!name.isEmpty() && statements.containsKey(name)) {
      throw new PgException(
          SqlState.DUPLICATE_PREPARED_STATEMENT,
          "prepared statement \"" + name + "\" already exists");
    }
  }

  /**
   * The statement of this name.
   *
   * @throws PgException 26000 when there is none
   */
  PreparedStatement get(String name) {
    Entry entry = statements.get(name);
    if (entry == null) {
      throw new PgException(
          SqlState.INVALID_SQL_STATEMENT_NAME,
          name.isEmpty()
              ? "unnamed prepared statement does not exist"
              : "prepared statement \"" + name + "\" does not exist");
    }
    return entry.statement();
  }

  /** The statement of this name, or null. */
  PreparedStatement find(String name) {
    Entry entry = statements.get(name);
    return entry == null ? null : entry.statement();
  }

  /** Forgets a statement, if there is one. */
  void remove(String name) {
    statements.remove(name);
  }

  /** Forgets all. */
  void clear() {
    statements.clear();
  }
}
