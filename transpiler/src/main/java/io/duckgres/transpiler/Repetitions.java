package io.duckgres.transpiler;

import io.duckgres.pgtype.PgProc;
import io.duckgres.transpiler.analyze.AnalyzedStatement;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.plan.Repetition;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.InsertNode;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlNode;

/**
 * Decides how a change of rows is repeated. What depends on sequences or on chance would come out
 * otherwise the second time; the clock of the transaction stays.
 */
final class Repetitions {
  private Repetitions() {}

  /**
   * @param sql the statement for the engine
   */
  static Repetition of(AnalyzedStatement statement, String sql) {
    if (statement.node() instanceof QueryNode) {
      return Repetition.SAME;
    }
    boolean same = isSame(statement.node()) && !statement.insertsDefaults();
    if (same) {
      return Repetition.SAME;
    }
    Relation table = statement.insertTarget();
    if (table == null
        || table.kind() != Relation.Kind.TABLE
        || statement.node() instanceof InsertNode insert && insert.onConflict() != null) {
      return Repetition.NEVER;
    }
    List<String> columns =
        table.attributes().stream()
            .filter(attribute -> !attribute.generated())
            .map(Attribute::name)
            .map(Identifiers::quote)
            .toList();
    String texts =
        columns.stream()
            .map(column -> "CAST(" + column + " AS VARCHAR)")
            .collect(Collectors.joining(", "));
    String name =
        table.engineName().stream().map(Identifiers::quote).collect(Collectors.joining("."));
    return new Repetition(
        Repetition.Kind.ROWS,
        sql + (statement.shape() == null ? " RETURNING " : ", ") + texts,
        "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES ",
        columns.size());
  }

  /** Whether a second run in the same transaction comes to the same. */
  static boolean isSame(SqlNode node) {
    if (node instanceof FunctionCall call && !isSame(call.proc()) || node instanceof DefaultValue) {
      return false;
    }
    if (node instanceof ParameterRef parameter
        && parameter.source() instanceof PlanParameter.Session session
        && session.value() == PlanParameter.SessionValue.CURSOR_ROW) {
      return false;
    }
    return !(node instanceof PgNode parent)
        || parent.getOperandList().stream().allMatch(Repetitions::isSame);
  }

  /** A function of the engine's alone may be anything. */
  private static boolean isSame(PgProc function) {
    return function != null && function.volatility() != 'v';
  }
}
