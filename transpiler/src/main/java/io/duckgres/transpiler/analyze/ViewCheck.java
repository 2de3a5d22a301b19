package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.TestCall;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * WITH CHECK OPTION: a query over the new rows raises 44000 for one that the view would not show.
 *
 * <p>Source: {@code src/backend/executor/execMain.c} (ExecWithCheckOptions).
 */
final class ViewCheck {
  private static final ExpressionType BOOL = ExpressionType.of(PgTypes.BOOL);
  private static final ExpressionType TEXT = ExpressionType.of(PgTypes.TEXT);

  private ViewCheck() {}

  /**
   * @param table the temporary table with the rows
   */
  static List<QueryNode> of(TargetRelation target, String table) {
    List<QueryNode> queries = new ArrayList<>();
    for (UpdatableView.Check check : target.checks()) {
      SqlNode fails =
          new TestCall(SqlParserPos.ZERO, TestCall.Kind.IS_NOT_TRUE, check.condition(), BOOL);
      Template isNew = new Template(List.of(new Template.Text(isNew(target.alias()))), true);
      SqlNode changed = new TemplateCall(SqlParserPos.ZERO, isNew, List.of(), BOOL);
      String error = "error(" + Identifiers.literal(check.error()) + ")";
      queries.add(
          StagedRows.query(
              List.of(StagedRows.item(StagedRows.sql(error, TEXT), "violation")),
              List.of(
                  new TableItem(
                      SqlParserPos.ZERO,
                      List.of(table),
                      false,
                      new Alias(target.alias(), List.of()),
                      null,
                      List.of())),
              UpdatableView.and(changed, fails)));
    }
    return queries;
  }

  private static String isNew(String alias) {
    return "(" + Identifiers.quote(alias) + "." + Stage.ACTION + " IN ('INSERT', 'UPDATE'))";
  }
}
