package io.duckgres.gateway.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
 * The sources that statements are reading now, as a table function of the engine. A source is
 * called by a random name that only its own statement holds, so that nobody reads another's rows.
 */
final class RowSources {
  private static final String FUNCTION = "pg_row_source";

  private final Map<String, Reading> readings = new ConcurrentHashMap<>();

  /** Registers the function in the connection's instance. */
  void register(Connection connection) throws SQLException {
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder
          .withName(FUNCTION)
          .withParameter(String.class)
          .withFunction(new Function())
          .register(connection);
    }
  }

  /** Makes a source readable until the result is closed. */
  Reading open(RowSource source) {
    Reading reading = new Reading(UUID.randomUUID().toString(), source);
    readings.put(reading.name, reading);
    return reading;
  }

  /** A source that can be read. */
  final class Reading implements AutoCloseable {
    private final String name;
    private final RowSource source;
    private boolean begun;
    private RuntimeException failure;

    private Reading(String name, RowSource source) {
      this.name = name;
      this.source = source;
    }

    /** The item for a FROM clause. */
    String sql() {
      return FUNCTION + "('" + name + "')";
    }

    /** What the source has thrown, or null. */
    synchronized RuntimeException failure() {
      return failure;
    }

    private synchronized void begin() {
      if (begun) {
        throw new IllegalStateException("rows can be read only once");
      }
      begun = true;
    }

    private synchronized long fill(DuckDBDataChunkWriter chunk) {
      if (failure != null) {
        throw failure;
      }
      try {
        return source.fill(new ChunkSink(chunk, source.columns().size()), (int) chunk.capacity());
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public void close() {
      readings.remove(name);
    }
  }

  private final class Function implements DuckDBTableFunction<Reading, Reading, Object> {
    @Override
    public Reading bind(DuckDBTableFunctionBindInfo info) throws SQLException {
      Reading reading;
      try (DuckDBValue name = info.getParameter(0)) {
        reading = readings.get(name.getString());
      }
      if (reading == null) {
        throw new IllegalArgumentException("no such source of rows");
      }
      for (EngineColumn column : reading.source.columns()) {
        try (DuckDBLogicalType type = type(column.type())) {
          info.addResultColumn(column.name(), type);
        }
      }
      return reading;
    }

    @Override
    public Reading init(DuckDBTableFunctionInitInfo info) {
      info.setMaxThreads(1);
      Reading reading = info.getBindData();
      reading.begin();
      return reading;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
      Reading reading = info.getBindData();
      return reading.fill(chunk);
    }
  }

  private static DuckDBLogicalType type(String name) throws SQLException {
    if (name.startsWith("DECIMAL(")) {
      String[] parts = name.substring("DECIMAL(".length(), name.length() - 1).split(",");
      return DuckDBLogicalType.decimal(
          Integer.parseInt(parts[0].trim()), Integer.parseInt(parts[1].trim()));
    }
    return DuckDBLogicalType.of(DuckDBColumnType.valueOf(name));
  }
}
