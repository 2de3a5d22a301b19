package io.duckgres.transpiler;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.plan.StatementPlan;
import java.util.List;

/**
 * Turns PostgreSQL statements into plans for the engine. Thread-safe; parse results and plans are
 * cached inside.
 */
public interface Transpiler {

  /**
   * Splits a query string into its statements and parses each. Empty statements are dropped: an
   * empty list means that the text holds none.
   *
   * @param text what the client sent, never null
   * @return the statements in order; one that can't be parsed is there as well and carries its
   *     error
   * @throws io.duckgres.pgtype.PgException when the text can't even be split (an unterminated
   *     string, for instance)
   */
  List<Statement> parse(String text);

  /**
   * Plans one statement.
   *
   * @param statement from {@link #parse}
   * @param declaredParameterTypes what the client's Parse message gave for $1, $2 …; null elements
   *     (and missing ones) are inferred
   * @param context what the session knows: catalog, search path, settings
   * @return the plan, never null
   * @throws io.duckgres.pgtype.PgException PostgreSQL's error, with position
   */
  default StatementPlan plan(
      Statement statement, List<PgType> declaredParameterTypes, PlanningContext context) {
    return plan(statement, ParameterTypes.of(declaredParameterTypes), context);
  }

  /**
   * Plans one statement for values whose arrays have dimensions that are known.
   *
   * @see #plan(Statement, List, PlanningContext)
   */
  StatementPlan plan(Statement statement, ParameterTypes parameters, PlanningContext context);

  /**
   * Parses and plans typical statements, so that the first client does not pay for class loading.
   */
  void warmUp();
}
