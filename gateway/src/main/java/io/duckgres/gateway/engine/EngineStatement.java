package io.duckgres.gateway.engine;

import java.util.List;

/** A prepared statement of the engine. It may be executed many times, one execution at a time. */
public interface EngineStatement extends AutoCloseable {
  /** Columns of the result; empty when the statement gives a row count instead. */
  List<EngineColumn> columns();

  /** True when the statement returns rows. */
  boolean returnsRows();

  /** The engine's types of its parameters in order, null where it doesn't know. */
  List<String> parameterTypes();

  /** The engine's name for the sort of statement: SELECT, INSERT, CREATE, SET, ATTACH … */
  String statementType();

  /**
   * Executes.
   *
   * @param parameters values in order, as {@code ParameterDecoder} makes them; null is NULL
   * @throws EngineException when the engine reports an error
   */
  EngineResult execute(List<Object> parameters);

  /**
   * Whether the data are those that the statement was planned for. Executed over other data it may
   * give wrong answers, unless its plan is the same for any data.
   */
  boolean isCurrent();

  @Override
  void close();
}
