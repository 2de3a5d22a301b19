package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * merge_action(): what was done to the row that RETURNING of a MERGE shows.
 *
 * <p>Source: {@code src/backend/parser/parse_expr.c} (transformMergeSupportFunc).
 */
final class MergeAction {
  private static final List<String> NAME = List.of("pg_catalog", "merge_action");

  private MergeAction() {}

  static boolean isCall(FunctionCall call) {
    return call.name().equals(NAME);
  }

  /** The column of a stage's rows that tells it. */
  static ColumnRef column(String alias) {
    return new ColumnRef(
        SqlParserPos.ZERO, alias, Stage.ACTION, ExpressionType.of(PgTypes.TEXT), 0, 0);
  }

  /** What the call stands for. */
  static SqlNode resolve(FunctionCall call, Scope scope) {
    for (Scope level = scope; level != null; level = level.parent()) {
      if (level.mergeAction() != null) {
        return level.mergeAction();
      }
    }
    throw Analysis.error(
        SqlState.SYNTAX_ERROR,
        "MERGE_ACTION() can only be used in the RETURNING list of a MERGE command",
        call);
  }
}
