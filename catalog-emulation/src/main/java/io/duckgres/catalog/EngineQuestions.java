package io.duckgres.catalog;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What only the engine can tell, asked through one connection and remembered. Thread-safe. */
final class EngineQuestions {
  private static final int REMEMBERED = 256;

  private final Connection connection;
  private final Map<String, List<Attribute>> described =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Attribute>> eldest) {
          return size() > REMEMBERED;
        }
      };
  private Set<String> functions;

  EngineQuestions(Connection connection) {
    this.connection = connection;
  }

  /** Whether the engine has a function of this name. */
  boolean hasFunction(String name) {
    synchronized (connection) {
      if (functions == null) {
        functions = readFunctions();
      }
      return functions.contains(name.toLowerCase(Locale.ROOT));
    }
  }

  /**
   * The columns of a query.
   *
   * @throws PgException when the engine refuses it
   */
  List<Attribute> describe(String sql) {
    synchronized (connection) {
      return described.computeIfAbsent(sql, this::ask);
    }
  }

  private List<Attribute> ask(String sql) {
    List<Attribute> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement("DESCRIBE " + sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String engineType = rows.getString("column_type");
        DuckDbTypes.Shown shown = DuckDbTypes.shownAs(engineType);
        columns.add(
            new Attribute(
                columns.size() + 1,
                rows.getString("column_name"),
                shown.type(),
                shown.typmod(),
                false,
                null,
                false,
                engineType));
      }
    } catch (SQLException e) {
      throw new PgException(SqlState.SYNTAX_ERROR_OR_ACCESS_RULE_VIOLATION, e.getMessage())
          .withCause(e);
    }
    return Collections.unmodifiableList(columns);
  }

  /** Columns of a table's primary key, none without one. */
  List<String> primaryKey(List<String> engineName) {
    String sql =
        "SELECT unnest(constraint_column_names) FROM duckdb_constraints()"
            + " WHERE constraint_type = 'PRIMARY KEY' AND schema_name = ? AND table_name = ?";
    int last = engineName.size() - 1;
    synchronized (connection) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, engineName.get(last - 1));
        statement.setString(2, engineName.get(last));
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            columns.add(rows.getString(1));
          }
        }
        return columns;
      } catch (SQLException e) {
        throw DatabaseCatalog.unreadable(e);
      }
    }
  }

  private Set<String> readFunctions() {
    Set<String> names = new HashSet<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT DISTINCT lower(function_name) FROM duckdb_functions() "
                    + "WHERE database_name <> 'duckgres'");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new PgException(SqlState.INTERNAL_ERROR_, "could not list the engine's functions")
          .withCause(e);
    }
    return names;
  }
}
