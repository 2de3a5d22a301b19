package io.duckgres.gateway.engine;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;

/** Rows that DuckDB exports over Arrow's C stream interface as it makes them. */
final class ArrowRowStream implements EngineResult.RowStream {
  private final DuckDBResultSet results;
  private final List<EngineColumn> columns;
  private final ArrowReader reader;
  private final LostError lost;
  private final Runnable atClose;
  private EngineBatch batch;
  private boolean closed;

  private ArrowRowStream(
      DuckDBResultSet results,
      List<EngineColumn> columns,
      ArrowReader reader,
      LostError lost,
      Runnable atClose) {
    this.results = results;
    this.lost = lost;
    this.atClose = atClose;
    this.columns = columns;
    this.reader = reader;
  }

  /**
   * @param lost finds errors that the engine has lost; null to leave errors as they are
   * @param atClose called once, after the results were closed
   */
  static ArrowRowStream open(
      DuckDBResultSet results,
      BufferAllocator allocator,
      int batchRows,
      LostError lost,
      Runnable atClose)
      throws SQLException {
    List<EngineColumn> columns = DuckDbStatement.columnsOf(results.getMetaData());
    ArrowReader reader = (ArrowReader) results.arrowExportStream(allocator, batchRows);
    return new ArrowRowStream(results, columns, reader, lost, atClose);
  }

  @Override
  public List<EngineColumn> columns() {
    return columns;
  }

  @Override
  public VectorSchemaRoot next() {
    if (closed) {
      return null;
    }
    try {
      if (!reader.loadNextBatch()) {
        return null;
      }
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      if (batch == null) {
        batch = new EngineBatch(root.getSchema(), root.getFieldVectors(), reader);
      }
      batch.next(root.getRowCount());
      return batch;
    } catch (IOException e) {
      EngineException error = EngineErrorReader.read(e);
      throw lost == null ? error : lost.behind(error);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      reader.close();
    } catch (IOException e) {
      throw EngineErrorReader.read(e);
    } finally {
      closeResults();
      atClose.run();
    }
  }

  private void closeResults() {
    try {
      results.close();
    } catch (SQLException e) {
      throw EngineErrorReader.read(e);
    }
  }
}
