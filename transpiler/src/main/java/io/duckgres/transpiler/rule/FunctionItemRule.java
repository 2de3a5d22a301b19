package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnDefinition;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.FunctionItem;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
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
  private static final Template NUMBER = Template.parse("row_number() OVER ()");
  private static final Template SINGLE = Template.parse("unnest([{0}])");
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
    FunctionItem item =
        (FunctionItem)
            ((FunctionItem) node)
                .mapChildren(
                    child ->
                        child instanceof FunctionCall call
                            ? JsonCallRule.withTextFlags(call)
                            : child);
    boolean lateral = item.functions().stream().anyMatch(FunctionItemRule::mentionsColumn);
    if (item.functions().size() == 1 && item.functions().get(0) instanceof FunctionCall call) {
      SqlNode table = engineTable(item, call, lateral);
      if (table != null) {
        return table;
      }
    }
    List<SqlNode> items = new ArrayList<>();
    for (int i = 0; i < item.functions().size(); i++) {
      List<ColumnDefinition> definitions =
          i < item.definitions().size() ? item.definitions().get(i) : List.of();
      addColumns(item.functions().get(i), definitions, item.functions().size() > 1, items);
    }
    List<SqlNode> named = aliased(items, item.alias());
    if (!item.ordinality()) {
      return new QueryItem(item.getParserPosition(), lateral, select(named), item.alias());
    }
    SqlNode ordinality = ordinality(item);
    if (ordinality != null) {
      named.add(new SelectItem(SqlParserPos.ZERO, ordinality, last(item.alias())));
      return new QueryItem(item.getParserPosition(), lateral, select(named), item.alias());
    }
    return new QueryItem(item.getParserPosition(), lateral, numbered(named, item), item.alias());
  }

  private static String last(Alias alias) {
    return alias.columns().isEmpty() ? null : alias.columns().get(alias.columns().size() - 1);
  }

  /** The rows with their numbers, counted over the rows that the functions give. */
  private static QueryNode numbered(List<SqlNode> named, FunctionItem item) {
    List<String> names =
        item.alias().columns().subList(0, Math.min(named.size(), item.alias().columns().size()));
    QueryItem rows =
        new QueryItem(item.getParserPosition(), false, select(named), new Alias("rows_", names));
    List<SqlNode> items = new ArrayList<>();
    for (String name : names) {
      items.add(
          new SelectItem(
              SqlParserPos.ZERO,
              new ColumnRef(SqlParserPos.ZERO, "rows_", name, null, 0, 0),
              name));
    }
    items.add(
        new SelectItem(
            SqlParserPos.ZERO,
            new TemplateCall(SqlParserPos.ZERO, NUMBER, List.of(), ExpressionType.of(PgTypes.INT8)),
            last(item.alias())));
    return select(items, List.of(rows));
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

  private static void addColumns(
      SqlNode function, List<ColumnDefinition> definitions, boolean several, List<SqlNode> items) {
    if (function instanceof FunctionCall call && call.proc() != null) {
      if (RecordColumns.applies(call.proc())) {
        items.addAll(RecordColumns.of(call, definitions));
        return;
      }
      if (!definitions.isEmpty() && call.proc().signature().equals("unnest(anyarray)")) {
        items.addAll(fieldsOfElements(call, definitions));
        return;
      }
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
    // Beside others a function of one value gives one row.
    boolean single =
        several
            && !(function instanceof FunctionCall call
                && call.proc() != null
                && call.proc().returnsSet());
    SqlNode column =
        single
            ? new TemplateCall(
                function.getParserPosition(), SINGLE, List.of(function), Typed.of(function))
            : function;
    items.add(new SelectItem(function.getParserPosition(), column, null));
  }

  /** The elements of an array of rows, a column for each field. */
  private static List<SqlNode> fieldsOfElements(
      FunctionCall call, List<ColumnDefinition> definitions) {
    List<SqlNode> items = new ArrayList<>();
    int dimensions = ArrayShapes.dimensions(call.arguments().get(0));
    String elements = "unnest(" + ArrayShapes.flat("{0}", Math.max(1, dimensions)) + ")";
    for (ColumnDefinition definition : definitions) {
      SqlNode field =
          new TemplateCall(
              call.getParserPosition(),
              Template.parse("struct_extract(" + elements + ", {1})"),
              List.of(call.arguments().get(0), JsonValues.string(definition.name())),
              definition.resolved());
      items.add(new SelectItem(call.getParserPosition(), field, null));
    }
    return items;
  }

  /** The number of a row, null where rows must be counted. */
  private static SqlNode ordinality(FunctionItem item) {
    if (item.functions().size() > 1) {
      return null;
    }
    ExpressionType type = ExpressionType.of(PgTypes.INT8);
    if (item.functions().get(0) instanceof FunctionCall call
        && call.proc() != null
        && call.proc().returnsSet()) {
      FunctionRow row = FunctionRows.of(call.proc().signature());
      boolean nested = call.arguments().stream().anyMatch(ArrayShapes::isNested);
      if (row == null || row.list() == null || nested) {
        return null;
      }
      SqlNode list = new TemplateCall(SqlParserPos.ZERO, row.list(), call.arguments(), null);
      return new TemplateCall(SqlParserPos.ZERO, ORDINALITY, List.of(list), type);
    }
    return new TemplateCall(SqlParserPos.ZERO, ONE, List.of(), type);
  }

  private static QueryNode select(List<SqlNode> items) {
    return select(items, List.of());
  }

  private static QueryNode select(List<SqlNode> items, List<SqlNode> from) {
    SelectCore core =
        new SelectCore(
            SqlParserPos.ZERO,
            false,
            List.of(),
            items,
            from,
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
