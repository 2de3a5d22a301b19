package io.duckgres.gateway.engine;

import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;

/** What an execution gives. */
public sealed interface EngineResult extends AutoCloseable {

  @Override
  void close();

  /** A statement without rows: how many rows it changed. */
  record RowCount(long rows) implements EngineResult {
    @Override
    public void close() {}
  }

  /**
   * Rows, batch by batch. Closing ends the execution, early if need be. Not thread-safe; the
   * session runs nothing else while it is open.
   */
  non-sealed interface RowStream extends EngineResult {
    /**
     * The columns of this very execution. They differ from {@link EngineStatement#columns()} only
     * where the engine could not type a parameter before it had its value.
     */
    List<EngineColumn> columns();

    /**
     * The next batch.
     *
     * @return valid until the next call, or null after the last one; an {@link EngineBatch} where
     *     enums are among the columns
     * @throws EngineException when the engine reports an error while it runs
     */
    VectorSchemaRoot next();
  }
}
