package io.duckgres.catalog.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBValue;

/**
 * {@code pg_session_rows(relation, connection)}: the rows of a relation as the session tells them,
 * all values being texts.
 */
final class SessionRows
    implements DuckDBTableFunction<SessionRows.Question, Iterator<List<String>>, Object> {
  private static final String NAME = "pg_session_rows";

  /** What is asked of whom. */
  record Question(String relation, String connection, int columns) {}

  private final LiveSessions sessions;
  private final Function<String, List<String>> columns;

  private SessionRows(LiveSessions sessions, Function<String, List<String>> columns) {
    this.sessions = sessions;
    this.columns = columns;
  }

  static void register(
      Connection connection, LiveSessions sessions, Function<String, List<String>> columns)
      throws SQLException {
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder
          .withName(NAME)
          .withParameters(String.class, String.class)
          .withFunction(new SessionRows(sessions, columns))
          .register(connection);
    }
  }

  @Override
  public Question bind(DuckDBTableFunctionBindInfo info) throws SQLException {
    try (DuckDBValue relation = info.getParameter(0);
        DuckDBValue connection = info.getParameter(1);
        DuckDBLogicalType text = DuckDBLogicalType.of(DuckDBColumnType.VARCHAR)) {
      List<String> names = columns.apply(relation.getString());
      for (String name : names) {
        info.addResultColumn(name, text);
      }
      return new Question(relation.getString(), connection.getString(), names.size());
    }
  }

  @Override
  public Iterator<List<String>> init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(1);
    Question question = info.getBindData();
    SessionAnswers session = sessions.find(question.connection());
    return session == null
        ? List.<List<String>>of().iterator()
        : session.rows(question.relation()).iterator();
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
    Question question = info.getBindData();
    Iterator<List<String>> rows = info.getInitData();
    long capacity = chunk.capacity();
    long row = 0;
    while (row < capacity && rows.hasNext()) {
      List<String> values = rows.next();
      for (int column = 0; column < question.columns(); column++) {
        String value = values.get(column);
        if (value == null) {
          chunk.vector(column).setNull(row);
        } else {
          chunk.vector(column).setString(row, value);
        }
      }
      row++;
    }
    return row;
  }
}
