package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.HashMap;
import java.util.Map;

/** The session's prepared statements; those of Parse and of PREPARE share their names. */
final class PreparedStatements {
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  /**
   * Adds a statement; the unnamed one replaces its predecessor.
   *
   * @throws PgException 42P05 when the name is taken
   */
  void add(PreparedStatement statement) {
    checkFree(statement.name());
    statements.put(statement.name(), statement);
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
    PreparedStatement statement = statements.get(name);
    if (statement == null) {
      throw new PgException(
          SqlState.INVALID_SQL_STATEMENT_NAME,
          name.isEmpty()
              ? "unnamed prepared statement does not exist"
              : "prepared statement \"" + name + "\" does not exist");
    }
    return statement;
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
