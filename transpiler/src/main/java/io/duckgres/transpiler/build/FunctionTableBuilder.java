package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.AliasColumnContext;
import io.duckgres.grammar.PostgresParser.CommonFunctionTableContext;
import io.duckgres.grammar.PostgresParser.CommonTableFunctionContext;
import io.duckgres.grammar.PostgresParser.FunctionAliasContext;
import io.duckgres.grammar.PostgresParser.FunctionTableContext;
import io.duckgres.grammar.PostgresParser.LateralFunctionContext;
import io.duckgres.grammar.PostgresParser.NamedTableContext;
import io.duckgres.grammar.PostgresParser.RowsFromItemContext;
import io.duckgres.grammar.PostgresParser.RowsFromTableContext;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnDefinition;
import io.duckgres.transpiler.tree.FunctionItem;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Functions in FROM (manual: "Table Functions"). */
final class FunctionTableBuilder {
  private FunctionTableBuilder() {}

  static FunctionItem named(List<String> name, NamedTableContext context) {
    FunctionTableContext table = context.functionTable();
    SqlNode call = CallBuilder.plain(name, context.getStart(), table.callArguments());
    return one(Tokens.position(context), false, call, table);
  }

  static FunctionItem lateral(LateralFunctionContext context) {
    FunctionTableContext table = context.functionTable();
    SqlNode call =
        CallBuilder.plain(
            Names.function(context.functionName()),
            context.functionName().getStart(),
            table.callArguments());
    return one(Tokens.position(context), true, call, table);
  }

  static FunctionItem common(CommonFunctionTableContext context) {
    return new FunctionItem(
        Tokens.position(context),
        context.lateral != null,
        false,
        List.of(function(context.commonTableFunction())),
        List.of(definitions(context.functionAlias())),
        context.ordinality() != null,
        alias(context.functionAlias()));
  }

  /** ROWS FROM: every function may define its columns; so may the alias of a single one. */
  static FunctionItem rowsFrom(RowsFromTableContext context) {
    List<SqlNode> functions = new ArrayList<>();
    List<List<ColumnDefinition>> definitions = new ArrayList<>();
    for (RowsFromItemContext item : context.functions) {
      functions.add(function(item));
      definitions.add(columns(item.columns));
    }
    List<ColumnDefinition> ofAlias = definitions(context.functionAlias());
    if (!ofAlias.isEmpty()) {
      checkSingle(context, definitions);
      definitions.set(0, ofAlias);
    }
    return new FunctionItem(
        Tokens.position(context),
        context.lateral != null,
        true,
        functions,
        List.copyOf(definitions),
        context.ordinality() != null,
        alias(context.functionAlias()));
  }

  private static void checkSingle(
      RowsFromTableContext context, List<List<ColumnDefinition>> definitions) {
    AliasColumnContext first = context.functionAlias().columns.get(0);
    if (definitions.size() > 1) {
      throw BuildErrors.syntax(
              "ROWS FROM() with multiple functions cannot have a column definition list",
              first.getStart())
          .withHint("Put a separate column definition list for each function inside ROWS FROM().");
    }
    if (!definitions.get(0).isEmpty()) {
      throw BuildErrors.syntax(
          "multiple column definition lists are not allowed for the same function",
          first.getStart());
    }
  }

  private static FunctionItem one(
      SqlParserPos position, boolean lateral, SqlNode call, FunctionTableContext table) {
    return new FunctionItem(
        position,
        lateral,
        false,
        List.of(call),
        List.of(definitions(table.functionAlias())),
        table.ordinality() != null,
        alias(table.functionAlias()));
  }

  private static SqlNode function(RowsFromItemContext item) {
    return item.functionName() == null
        ? function(item.commonTableFunction())
        : CallBuilder.plain(
            Names.function(item.functionName()), item.getStart(), item.callArguments());
  }

  private static SqlNode function(CommonTableFunctionContext context) {
    if (context.jsonAggregate() != null) {
      return SqlJsonBuilder.aggregate(context.jsonAggregate());
    }
    return CommonFunctionBuilder.function(context.commonFunction());
  }

  private static boolean isTyped(FunctionAliasContext context) {
    return context != null
        && !context.columns.isEmpty()
        && context.columns.get(0).typeName() != null;
  }

  private static Alias alias(FunctionAliasContext context) {
    if (context == null) {
      return null;
    }
    return new Alias(
        Tokens.value(context.name),
        isTyped(context)
            ? List.of()
            : context.columns.stream().map(column -> Tokens.value(column.name)).toList());
  }

  private static List<ColumnDefinition> definitions(FunctionAliasContext context) {
    return isTyped(context) ? columns(context.columns) : List.of();
  }

  private static List<ColumnDefinition> columns(List<AliasColumnContext> contexts) {
    List<ColumnDefinition> columns = new ArrayList<>(contexts.size());
    for (AliasColumnContext column : contexts) {
      if (column.collation != null) {
        throw BuildErrors.notSupported(
            "COLLATE in a column definition list", column.COLLATE().getSymbol());
      }
      if (column.typeName() == null) {
        throw BuildErrors.near("syntax error", Tokens.after(column));
      }
      String name = Tokens.value(column.name);
      columns.add(new ColumnDefinition(name, TypeNameBuilder.typeName(column.typeName())));
    }
    return List.copyOf(columns);
  }
}
