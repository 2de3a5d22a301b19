package io.duckgres.gateway.engine;

import java.sql.ParameterMetaData;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBResultSet;
import org.duckdb.DuckDBResultSetMetaData;
import org.duckdb.StatementReturnType;

/**
 * A prepared statement. The driver closes its statement when an execution fails; it is prepared
 * again when it is executed again.
 */
final class DuckDbStatement implements EngineStatement {
  /** Rows of an Arrow batch: one of DuckDB's vectors. */
  private static final int BATCH_ROWS = 2048;

  private final DuckDbSession session;
  private final String sql;
  private StatementKind kind;
  private DuckDBPreparedStatement statement;
  private boolean returnsRows;
  private List<EngineColumn> columns;
  private List<String> parameterTypes;
  private long dataVersion;

  DuckDbStatement(DuckDbSession session, String sql) {
    this.session = session;
    this.sql = sql;
    this.kind = StatementKind.of(sql);
    prepare();
  }

  private void prepare() {
    try {
      dataVersion = session.dataVersion();
      statement = session.connection().prepare(sql);
      DuckDBResultSetMetaData metadata = (DuckDBResultSetMetaData) statement.getMetaData();
      returnsRows = metadata.getReturnType() == StatementReturnType.QUERY_RESULT;
      if (metadata.getReturnType() == StatementReturnType.CHANGED_ROWS
          && kind == StatementKind.SELECT) {
        // WITH … INSERT, UPDATE or DELETE.
        kind = StatementKind.INSERT;
      }
      columns = returnsRows ? columnsOf(metadata) : List.of();
      parameterTypes = parametersOf(statement.getParameterMetaData());
    } catch (SQLException e) {
      throw EngineErrorReader.read(e);
    }
  }

  static List<EngineColumn> columnsOf(ResultSetMetaData metadata) throws SQLException {
    List<EngineColumn> columns = new ArrayList<>(metadata.getColumnCount());
    for (int i = 1; i <= metadata.getColumnCount(); i++) {
      columns.add(new EngineColumn(metadata.getColumnName(i), metadata.getColumnTypeName(i)));
    }
    return List.copyOf(columns);
  }

  private static List<String> parametersOf(ParameterMetaData metadata) throws SQLException {
    List<String> types = new ArrayList<>(metadata.getParameterCount());
    for (int i = 1; i <= metadata.getParameterCount(); i++) {
      String type = metadata.getParameterTypeName(i);
      types.add(type.equals("INVALID") || type.equals("UNKNOWN") ? null : type);
    }
    return Collections.unmodifiableList(types);
  }

  @Override
  public List<EngineColumn> columns() {
    return columns;
  }

  @Override
  public boolean returnsRows() {
    return returnsRows;
  }

  @Override
  public List<String> parameterTypes() {
    return parameterTypes;
  }

  @Override
  public String statementType() {
    return kind.name();
  }

  @Override
  public EngineResult execute(List<Object> parameters) {
    boolean repeatable = returnsRows && kind == StatementKind.SELECT;
    return execute(parameters, new LostError(session, sql, parameters, repeatable));
  }

  /** An execution that takes the errors of its rows as they come. */
  EngineResult executeOnce(List<Object> parameters) {
    return execute(parameters, null);
  }

  private EngineResult execute(List<Object> parameters, LostError lost) {
    try {
      if (statement.isClosed()) {
        prepare();
      }
      bind(parameters);
      boolean rows = statement.execute();
      EngineResult result = rows ? stream(lost) : rowCount();
      if (kind == StatementKind.BEGIN
          || kind == StatementKind.COMMIT
          || kind == StatementKind.ROLLBACK) {
        session.followTransaction(kind);
      } else if (kind.changesData()) {
        session.dataChanged();
      }
      return result;
    } catch (SQLException e) {
      throw EngineErrorReader.read(e);
    }
  }

  private void bind(List<Object> parameters) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, ParameterBinding.toJdbc(parameters.get(i)));
    }
  }

  @Override
  public boolean isCurrent() {
    return dataVersion == session.dataVersion();
  }

  private EngineResult stream(LostError lost) throws SQLException {
    DuckDBResultSet results = (DuckDBResultSet) statement.getResultSet();
    // What RETURNING shows is changed for all once the last row was read.
    Runnable atClose = kind.changesData() ? session::dataChanged : () -> {};
    return ArrowRowStream.open(results, session.allocator(), BATCH_ROWS, lost, atClose);
  }

  private EngineResult rowCount() throws SQLException {
    // -1 for statements that change no rows.
    return new EngineResult.RowCount(Math.max(0, statement.getLargeUpdateCount()));
  }

  @Override
  public void close() {
    try {
      statement.close();
    } catch (SQLException e) {
      throw EngineErrorReader.read(e);
    }
  }
}
