package io.duckgres.gateway.engine;

import java.util.List;

/** Rows that the engine reads while it executes {@link EngineSession#insert}. */
public interface RowSource {
  /**
   * The columns, at least one. Types are {@code BOOLEAN}, {@code SMALLINT}, {@code INTEGER}, {@code
   * BIGINT}, {@code FLOAT}, {@code DOUBLE}, {@code VARCHAR} and {@code DECIMAL(p,s)}.
   */
  List<EngineColumn> columns();

  /**
   * Fills in the next rows. Called by one thread at a time, which is not the session's own; that
   * one waits meanwhile.
   *
   * @param capacity how many rows fit
   * @return how many there are; 0 at the end
   * @throws RuntimeException ends the statement, and is what {@link EngineSession#insert} throws
   */
  int fill(RowSink sink, int capacity);
}
