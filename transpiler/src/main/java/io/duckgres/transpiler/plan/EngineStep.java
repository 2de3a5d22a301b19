package io.duckgres.transpiler.plan;

import java.util.List;

/**
 * One statement for the engine.
 *
 * @param sql DuckDB SQL with its parameters numbered $1, $2 …
 * @param parameters where the value of each of them comes from, $1 first
 * @param sourceMap from positions in {@code sql} to positions in the client's statement
 * @param sequence the last sequence that it draws from, by its name in the engine's SQL; null when
 *     it draws from none
 * @param target the table whose rows it changes, by its name for the engine; empty when there is
 *     none
 * @param repetition how it is repeated in the same transaction
 * @param anyData whether the engine plans it alike whatever the data are, so that it can be
 *     executed again after they have changed
 * @param change the change that foreign keys are about; null when none is
 * @param batch the form that does the work of many executions; null when there is none
 */
public record EngineStep(
    String sql,
    List<PlanParameter> parameters,
    SourceMap sourceMap,
    String sequence,
    List<String> target,
    Repetition repetition,
    boolean anyData,
    RowChange change,
    BatchForm batch) {
  public EngineStep {
    parameters = List.copyOf(parameters);
    target = List.copyOf(target);
  }

  /** A statement that draws from no sequence. */
  public EngineStep(String sql, List<PlanParameter> parameters, SourceMap sourceMap) {
    this(sql, parameters, sourceMap, null, List.of(), Repetition.SAME, false, null, null);
  }

  /** The same statement, drawing from a sequence. */
  public EngineStep drawing(String name) {
    return new EngineStep(
        sql, parameters, sourceMap, name, target, repetition, anyData, change, batch);
  }

  /** The same statement, changing rows of a table. */
  public EngineStep changing(List<String> table) {
    return new EngineStep(
        sql, parameters, sourceMap, sequence, table, repetition, anyData, change, batch);
  }

  /** A statement without parameters that is not part of the client's text. */
  public static EngineStep of(String sql) {
    return new EngineStep(sql, List.of(), SourceMap.EMPTY);
  }

  /** The same statement, repeated in this way. */
  public EngineStep repeated(Repetition way) {
    return new EngineStep(
        sql, parameters, sourceMap, sequence, target, way, anyData, change, batch);
  }

  /** The same statement, whose plan is the same for any data, or may not be. */
  public EngineStep planned(boolean forAnyData) {
    return new EngineStep(
        sql, parameters, sourceMap, sequence, target, repetition, forAnyData, change, batch);
  }

  /** The same statement, which foreign keys are about. */
  public EngineStep with(RowChange rows) {
    return new EngineStep(
        sql, parameters, sourceMap, sequence, target, repetition, anyData, rows, batch);
  }

  /** The same statement, which many executions may share. */
  public EngineStep batched(BatchForm form) {
    return new EngineStep(
        sql, parameters, sourceMap, sequence, target, repetition, anyData, change, form);
  }
}
