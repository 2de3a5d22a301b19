package io.duckgres.catalog.live;

import io.duckgres.catalog.scalar.RaisedError;
import io.duckgres.pgtype.PgException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;

/**
 * {@code pg_session_call(connection, function, arguments …)}: a function that the session carries
 * out, row by row, all values being texts.
 */
final class SessionCall {
  private static final String NAME = "pg_session_call";

  private final LiveSessions sessions;

  private SessionCall(LiveSessions sessions) {
    this.sessions = sessions;
  }

  static void register(Connection connection, LiveSessions sessions) throws SQLException {
    SessionCall call = new SessionCall(sessions);
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction();
        DuckDBLogicalType text = DuckDBLogicalType.of(DuckDBColumnType.VARCHAR)) {
      builder
          .withName(NAME)
          .withReturnType(String.class)
          .withVectorizedFunction(call::apply)
          .withVarArgs(text)
          .withVolatile()
          .register(connection);
    }
  }

  private void apply(DuckDBDataChunkReader in, DuckDBWritableVector out) {
    int count = (int) in.columnCount();
    for (long row = 0; row < in.rowCount(); row++) {
      List<String> values = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        values.add(in.vector(i).isNull(row) ? null : in.vector(i).getString(row));
      }
      String result = call(values);
      if (result == null) {
        out.setNull(row);
      } else {
        out.setString(row, result);
      }
    }
  }

  private String call(List<String> values) {
    SessionAnswers session = sessions.find(values.get(0));
    if (session == null) {
      throw new IllegalArgumentException("no such session");
    }
    try {
      return session.call(values.get(1), values.subList(2, values.size()));
    } catch (PgException e) {
      throw new IllegalArgumentException(RaisedError.message(e), e);
    }
  }
}
