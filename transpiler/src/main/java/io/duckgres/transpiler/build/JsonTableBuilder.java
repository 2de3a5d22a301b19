package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.JsonNestedColumnsContext;
import io.duckgres.grammar.PostgresParser.JsonOrdinalityColumnContext;
import io.duckgres.grammar.PostgresParser.JsonTableColumnContext;
import io.duckgres.grammar.PostgresParser.JsonTableContext;
import io.duckgres.grammar.PostgresParser.JsonTableTableContext;
import io.duckgres.grammar.PostgresParser.JsonValueColumnContext;
import io.duckgres.transpiler.build.SqlJsonBuilder.Passing;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.CallOptions;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.FunctionItem;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.SqlJsonCall;
import io.duckgres.transpiler.tree.SqlJsonOptions;
import io.duckgres.transpiler.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * JSON_TABLE as a query over what its path finds: each column is a JSON_VALUE, JSON_QUERY or
 * JSON_EXISTS, nested columns are joined to their parent's rows.
 *
 * @see <a href="https://www.postgresql.org/docs/17/functions-json.html">JSON_TABLE</a>
 */
final class JsonTableBuilder {
  private static final String ROWS = "duckgres_json_";
  private static final String NESTED = "duckgres_nested_";
  private static final String ORDER = "duckgres_order_";
  private static final String ITEM = "item";
  private static final String NUMBER = "number";

  private final Passing passing;
  private final boolean errorOnError;
  private int levels;

  private JsonTableBuilder(Passing passing, boolean errorOnError) {
    this.passing = passing;
    this.errorOnError = errorOnError;
  }

  /**
   * A query of a level of columns.
   *
   * @param names the columns
   * @param order how many columns that tell the rows' order follow them
   */
  private record Level(QueryNode query, List<String> names, int order) {}

  static QueryItem table(JsonTableTableContext context) {
    JsonTableContext table = context.jsonTable();
    Passing passing = Passing.of(table.jsonPassing());
    boolean errorOnError =
        table.jsonOnError() != null && table.jsonOnError().jsonBehavior().ERROR() != null;
    JsonTableBuilder builder = new JsonTableBuilder(passing, errorOnError);
    SqlNode item = SqlJsonBuilder.value(table.jsonValue());
    SqlNode path = ExpressionBuilder.restricted(table.path);
    Level level = builder.level(table, item, path, table.columns);
    Alias alias = RelationBuilder.alias(context.alias());
    return new QueryItem(
        Tokens.position(context),
        true,
        builder.outermost(level),
        alias == null ? new Alias("json_table", List.of()) : alias);
  }

  /** The columns alone, in the rows' order. */
  private QueryNode outermost(Level level) {
    String alias = NESTED + "0";
    List<SqlNode> items = new ArrayList<>();
    level.names().forEach(name -> items.add(item(name(alias, name), name)));
    List<SqlNode> orderBy = new ArrayList<>();
    for (int i = 1; i <= level.order(); i++) {
      orderBy.add(new SortItem(SqlParserPos.ZERO, name(alias, ORDER + i), null, null, null));
    }
    List<String> all = new ArrayList<>(level.names());
    for (int i = 1; i <= level.order(); i++) {
      all.add(ORDER + i);
    }
    QueryItem from = new QueryItem(SqlParserPos.ZERO, true, level.query(), new Alias(alias, all));
    return query(select(items, List.of(from)), orderBy);
  }

  private Level level(
      ParserRuleContext context, SqlNode item, SqlNode path, List<JsonTableColumnContext> columns) {
    String rows = ROWS + ++levels;
    List<SqlNode> items = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<JsonNestedColumnsContext> nested = new ArrayList<>();
    for (JsonTableColumnContext column : columns) {
      if (column instanceof JsonNestedColumnsContext inner) {
        nested.add(inner);
      }
    }
    SqlNode from = rows(context, item, path, rows);
    Level below = nested.isEmpty() ? null : siblings(nested, name(rows, ITEM));
    String alias = NESTED + levels;
    if (below != null) {
      from = joined(from, below, alias);
    }
    int next = 0;
    for (JsonTableColumnContext column : columns) {
      if (column instanceof JsonNestedColumnsContext) {
        int count = nestedNames(((JsonNestedColumnsContext) column).columns).size();
        for (String name : below.names().subList(next, next + count)) {
          items.add(item(name(alias, name), name));
          names.add(name);
        }
        next += count;
      } else {
        String name = columnName(column);
        items.add(item(value(column, rows), name));
        names.add(name);
      }
    }
    items.add(item(name(rows, NUMBER), ORDER + "1"));
    int order = 1;
    if (below != null) {
      for (int i = 1; i <= below.order(); i++) {
        items.add(item(name(alias, ORDER + i), ORDER + (i + 1)));
      }
      order += below.order();
    }
    return new Level(query(select(items, List.of(from)), List.of()), names, order);
  }

  private static String columnName(JsonTableColumnContext column) {
    return column instanceof JsonOrdinalityColumnContext ordinality
        ? Tokens.value(ordinality.name)
        : Tokens.value(((JsonValueColumnContext) column).name);
  }

  private static List<String> nestedNames(List<JsonTableColumnContext> columns) {
    List<String> names = new ArrayList<>();
    for (JsonTableColumnContext column : columns) {
      if (column instanceof JsonNestedColumnsContext inner) {
        names.addAll(nestedNames(inner.columns));
      } else {
        names.add(columnName(column));
      }
    }
    return names;
  }

  /** Siblings one after the other, the columns of the others being NULL. */
  private Level siblings(List<JsonNestedColumnsContext> nested, SqlNode item) {
    List<Level> all = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int order = 0;
    for (JsonNestedColumnsContext inner : nested) {
      SqlNode path = PgLiteral.string(Tokens.position(inner.path), Tokens.value(inner.path));
      Level level = level(inner, item, path, inner.columns);
      all.add(level);
      names.addAll(level.names());
      order = Math.max(order, level.order());
    }
    SqlNode union = null;
    for (int i = 0; i < all.size(); i++) {
      SqlNode branch = branch(all, i, order);
      union =
          union == null
              ? branch
              : new SetOperation(SqlParserPos.ZERO, SetOperation.Kind.UNION, true, union, branch);
    }
    return new Level(query(union, List.of()), names, order + 1);
  }

  private SelectCore branch(List<Level> all, int index, int order) {
    String alias = NESTED + "branch_" + ++levels;
    List<SqlNode> items = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (String name : all.get(i).names()) {
        items.add(item(i == index ? name(alias, name) : nothing(), name));
      }
    }
    Level level = all.get(index);
    items.add(item(PgLiteral.number(SqlParserPos.ZERO, Integer.toString(index)), ORDER + "1"));
    for (int i = 1; i <= order; i++) {
      SqlNode number = i <= level.order() ? name(alias, ORDER + i) : zero();
      items.add(item(number, ORDER + (i + 1)));
    }
    QueryItem from =
        new QueryItem(SqlParserPos.ZERO, true, level.query(), new Alias(alias, List.of()));
    return select(items, List.of(from));
  }

  private static SqlNode nothing() {
    return PgLiteral.string(SqlParserPos.ZERO, null);
  }

  private static SqlNode zero() {
    return PgLiteral.number(SqlParserPos.ZERO, "0");
  }

  private static SqlNode joined(SqlNode left, Level right, String alias) {
    return new JoinItem(
        SqlParserPos.ZERO,
        JoinItem.Kind.LEFT,
        false,
        left,
        new QueryItem(SqlParserPos.ZERO, true, right.query(), new Alias(alias, List.of())),
        PgLiteral.bool(SqlParserPos.ZERO, true),
        null,
        null,
        null);
  }

  /** The items that a path finds, numbered. */
  private FunctionItem rows(ParserRuleContext context, SqlNode item, SqlNode path, String alias) {
    SqlParserPos position = Tokens.position(context);
    List<SqlNode> arguments =
        List.of(
            cast(item, "jsonb"),
            cast(path, "jsonpath"),
            variables(),
            PgLiteral.bool(SqlParserPos.ZERO, !errorOnError));
    FunctionCall call =
        new FunctionCall(
            position,
            List.of(SystemCalls.SCHEMA, "jsonb_path_query"),
            arguments,
            CallOptions.NONE,
            List.of(),
            null,
            null,
            null);
    return new FunctionItem(
        position,
        true,
        false,
        List.of(call),
        List.of(List.of()),
        true,
        new Alias(alias, List.of(ITEM, NUMBER)));
  }

  private static SqlNode cast(SqlNode value, String type) {
    return new CastCall(value.getParserPosition(), value, type(type), false);
  }

  private static TypeName type(String name) {
    return new TypeName(List.of(SystemCalls.SCHEMA, name), List.of(), 0, false, false, -1);
  }

  private SqlNode variables() {
    if (passing.names().isEmpty()) {
      return PgLiteral.string(SqlParserPos.ZERO, "{}");
    }
    List<SqlNode> members = new ArrayList<>();
    for (int i = 0; i < passing.names().size(); i++) {
      members.add(PgLiteral.string(SqlParserPos.ZERO, passing.names().get(i)));
      members.add(passing.values().get(i));
    }
    return new SqlJsonCall(
        SqlParserPos.ZERO,
        SqlJsonCall.Kind.OBJECT,
        SqlJsonOptions.constructor(type("jsonb"), null, false),
        members);
  }

  private SqlNode value(JsonTableColumnContext context, String rows) {
    if (context instanceof JsonOrdinalityColumnContext) {
      return cast(name(rows, NUMBER), "int4");
    }
    JsonValueColumnContext column = (JsonValueColumnContext) context;
    String path =
        column.path == null
            ? "$." + io.duckgres.json.Jsonb.quote(Tokens.value(column.name))
            : Tokens.value(column.path);
    TypeName type = TypeNameBuilder.typeName(column.typeName());
    List<SqlNode> operands =
        List.of(name(rows, ITEM), PgLiteral.string(Tokens.position(context), path));
    SqlJsonBuilder.Clauses clauses =
        new SqlJsonBuilder.Clauses(
            null,
            column.jsonWrapper(),
            column.jsonQuotes(),
            column.jsonBehaviors(),
            column.jsonOnError());
    boolean exists = column.EXISTS() != null;
    boolean query =
        column.jsonFormat() != null || column.jsonWrapper() != null || column.jsonQuotes() != null;
    SqlJsonCall.Kind kind =
        exists ? SqlJsonCall.Kind.EXISTS : query ? SqlJsonCall.Kind.QUERY : SqlJsonCall.Kind.COLUMN;
    SqlJsonCall call = SqlJsonBuilder.query(context, kind, operands, passing, type, clauses);
    return exists ? new CastCall(call.getParserPosition(), call, type, false) : call;
  }

  private static SqlIdentifier name(String table, String column) {
    return new SqlIdentifier(List.of(table, column), SqlParserPos.ZERO);
  }

  private static SelectItem item(SqlNode expression, String alias) {
    return new SelectItem(SqlParserPos.ZERO, expression, alias);
  }

  private static SelectCore select(List<SqlNode> items, List<SqlNode> from) {
    return new SelectCore(
        SqlParserPos.ZERO, false, List.of(), items, from, null, false, List.of(), null, List.of());
  }

  private static QueryNode query(SqlNode body, List<SqlNode> orderBy) {
    return new QueryNode(
        SqlParserPos.ZERO, false, List.of(), body, orderBy, null, false, null, List.of());
  }
}
