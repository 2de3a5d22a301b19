package io.duckgres.gateway.session;

import io.duckgres.transpiler.plan.StatementPlan;
import java.time.Instant;
import java.util.List;

/** A statement with its parameters, ready to run or running. */
final class Portal implements AutoCloseable {
  final String name;
  final PreparedStatement statement;
  final StatementPlan plan;
  final StatementShape shape;
  final List<Object> parameters;
  final List<Short> formats;

  /** What it gives; null until it runs. */
  Execution execution;

  /** A cursor's rows; null for what is no cursor. */
  CursorRows rows;

  /** How a cursor was declared; null for what is no cursor. */
  StatementPlan.DeclareCursor declaration;

  /** When it was made. */
  final Instant created = Instant.now();

  /** Whether it outlives its transaction. */
  boolean hold;

  /** Whether it has outlived its transaction. */
  boolean held;

  /** Portals are numbered as they are made. */
  long number;

  /**
   * A portal that has not run.
   *
   * @param parameters the engine's values
   * @param formats one code for each column
   */
  Portal(
      String name,
      PreparedStatement statement,
      StatementPlan plan,
      StatementShape shape,
      List<Object> parameters,
      List<Short> formats) {
    this.name = name;
    this.statement = statement;
    this.plan = plan;
    this.shape = shape;
    this.parameters = parameters;
    this.formats = formats;
  }

  /** Frees its result's resources. */
  @Override
  public void close() {
    if (execution != null) {
      execution.close();
    }
    if (rows != null) {
      rows.close();
    }
  }
}
