package io.duckgres.transpiler;

import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.plan.PlanParameter.SessionValue;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.PgNode;
import org.apache.calcite.sql.SqlNode;

/**
 * The session's user in definitions: each user has a database of their own, so that it is the same
 * for all sessions that will ever use the definition.
 */
final class OwnerConstants {
  private OwnerConstants() {}

  /** The tree with the user's name where the user is asked for. */
  static SqlNode in(SqlNode node, String user) {
    if (node instanceof ParameterRef parameter
        && parameter.source() instanceof PlanParameter.Session value
        && (value.value() == SessionValue.CURRENT_USER
            || value.value() == SessionValue.SESSION_USER)) {
      return new PgLiteral(parameter.getParserPosition(), user, parameter.expressionType());
    }
    return node instanceof PgNode parent ? parent.mapChildren(child -> in(child, user)) : node;
  }
}
