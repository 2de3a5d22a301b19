package io.duckgres.gateway.session;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.Statement;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.List;

/**
 * A prepared statement.
 *
 * @param name its name, empty for the unnamed one
 * @param text the client's text that the statement is part of
 * @param statement the statement; null for an empty one
 * @param declaredTypes what the client declared; null elements were left to us
 * @param plan the plan made when it was prepared; null for an empty statement
 * @param shape its parameters and columns as they were told to the client
 * @param version what the plan was made of; null for an empty statement
 */
record PreparedStatement(
    String name,
    String text,
    Statement statement,
    List<PgType> declaredTypes,
    StatementPlan plan,
    StatementShape shape,
    PlanVersion version) {

  boolean isEmpty() {
    return statement == null;
  }

  /** Whether a failed transaction admits it. */
  boolean endsFailedTransaction() {
    return statement != null && statement.endsFailedTransaction();
  }
}
