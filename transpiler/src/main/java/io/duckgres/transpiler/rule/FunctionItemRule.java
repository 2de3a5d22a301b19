package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.FunctionItem;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Functions in FROM become a query whose select list calls them; rows of several functions stand
 * side by side. A table function of the engine's is used where the arguments mention no columns.
 */
final class FunctionItemRule implements StructuralRule {
  private static final Template ORDINALITY = Template.parse("unnest(range(1, len({0}) + 1))");
  private static final Template ONE = Template.parse("CAST(1 AS BIGINT)");

  private final EngineFunctions functions;

  FunctionItemRule(EngineFunctions functions) {
    this.functions = functions;
  }

  @Override
  public Class<? extends SqlNode> matches() {
    return FunctionItem.class;
  }

  @Override
  public boolean beforeChildren() {
    return true;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    FunctionItem item = (FunctionItem) node;
    boolean lateral = item.functions().stream().anyMatch(FunctionItemRule::mentionsColumn);
    if (item.functions().size() == 1 && item.functions().get(0) instanceof FunctionCall call) {
      SqlNode table = engineTable(item, call, lateral);
      if (table != null) {
        return table;
      }
    }
    List<SqlNode> items = new ArrayList<>();
    for (SqlNode function : item.functions()) {
      addColumns(function, items);
    }
    if (item.ordinality()) {
      items.add(new SelectItem(SqlParserPos.ZERO, ordinality(item), null));
    }
    return new QueryItem(
        item.getParserPosition(), lateral, select(aliased(items, item.alias())), item.alias());
  }

  private static List<SqlNode> aliased(List<SqlNode> items, Alias alias) {
    List<SqlNode> aliased = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      SelectItem item = (SelectItem) items.get(i);
      String name = i < alias.columns().size() ? alias.columns().get(i) : null;
      aliased.add(new SelectItem(item.getParserPosition(), item.expression(), name));
    }
    return aliased;
  }

  /** The item as a table function, or null when it has to be a query. */
  private SqlNode engineTable(FunctionItem item, FunctionCall call, boolean lateral) {
    PgProc proc = call.proc();
    if (proc == null) {
      return item;
    }
    FunctionRow row = FunctionRows.of(proc.signature());
    Template template = null;
    List<SqlNode> arguments = call.arguments();
    if (row != null && row.table() != null && !lateral && !item.ordinality()) {
      template = row.table();
    }
    EngineFunctions.EngineFunction function = functions.of(proc.signature());
    if (row == null && function != null && function.table()) {
      template = Template.parse(function.engineName() + "({*})");
      arguments = FunctionCallRule.arguments(call, function);
    }
    if (template == null) {
      return null;
    }
    SqlNode engineCall =
        new TemplateCall(call.getParserPosition(), template, arguments, call.expressionType());
    return new FunctionItem(
        item.getParserPosition(),
        item.lateral(),
        false,
        List.of(engineCall),
        List.of(),
        item.ordinality(),
        item.alias());
  }

  private static void addColumns(SqlNode function, List<SqlNode> items) {
    if (function instanceof FunctionCall call && call.proc() != null) {
      FunctionRow row = FunctionRows.of(call.proc().signature());
      if (row != null && !row.columns().isEmpty()) {
        for (Template column : row.columns()) {
          items.add(
              new SelectItem(
                  call.getParserPosition(),
                  new TemplateCall(call.getParserPosition(), column, call.arguments(), null),
                  null));
        }
        return;
      }
      if (call.proc().outputs().size() > 1) {
        throw FunctionCallRule.refused(call.proc(), call);
      }
    }
    items.add(new SelectItem(function.getParserPosition(), function, null));
  }

  private static SqlNode ordinality(FunctionItem item) {
    if (item.functions().size() > 1) {
      throw PgException.notSupported("WITH ORDINALITY over several functions")
          .withPosition(Positions.start(item) + 1);
    }
    SqlNode function = item.functions().get(0);
    ExpressionType type = ExpressionType.of(PgTypes.INT8);
    if (function instanceof FunctionCall call && call.proc() != null) {
      FunctionRow row = FunctionRows.of(call.proc().signature());
      if (row != null && row.list() != null) {
        SqlNode list = new TemplateCall(SqlParserPos.ZERO, row.list(), call.arguments(), null);
        return new TemplateCall(SqlParserPos.ZERO, ORDINALITY, List.of(list), type);
      }
      if (row != null && !row.columns().isEmpty()) {
        throw PgException.notSupported("WITH ORDINALITY of " + call.proc().name())
            .withPosition(Positions.start(item) + 1);
      }
    }
    return new TemplateCall(SqlParserPos.ZERO, ONE, List.of(), type);
  }

  private static QueryNode select(List<SqlNode> items) {
    SelectCore core =
        new SelectCore(
            SqlParserPos.ZERO,
            false,
            List.of(),
            items,
            List.of(),
            null,
            false,
            List.of(),
            null,
            List.of());
    return new QueryNode(
        SqlParserPos.ZERO, false, List.of(), core, List.of(), null, false, null, List.of());
  }

  private static boolean mentionsColumn(SqlNode node) {
    if (node instanceof ColumnRef) {
      return true;
    }
    return node instanceof PgNode parent
        && parent.getOperandList().stream().anyMatch(FunctionItemRule::mentionsColumn);
  }
}
