package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.CommonFunctionTableContext;
import io.duckgres.grammar.PostgresParser.CrossJoinContext;
import io.duckgres.grammar.PostgresParser.JoinContext;
import io.duckgres.grammar.PostgresParser.JoinTypeContext;
import io.duckgres.grammar.PostgresParser.JoinedTableContext;
import io.duckgres.grammar.PostgresParser.JsonTableTableContext;
import io.duckgres.grammar.PostgresParser.LateralFunctionContext;
import io.duckgres.grammar.PostgresParser.NamedTableContext;
import io.duckgres.grammar.PostgresParser.NamedTablePrimaryContext;
import io.duckgres.grammar.PostgresParser.NaturalJoinContext;
import io.duckgres.grammar.PostgresParser.OnlyTableContext;
import io.duckgres.grammar.PostgresParser.QualifiedJoinContext;
import io.duckgres.grammar.PostgresParser.RelationTableContext;
import io.duckgres.grammar.PostgresParser.RowsFromTableContext;
import io.duckgres.grammar.PostgresParser.SubqueryTableContext;
import io.duckgres.grammar.PostgresParser.TablePrimaryContext;
import io.duckgres.grammar.PostgresParser.TableRefContext;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.QueryItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** FROM: tables, queries and joins (manual: "The FROM Clause"). */
public final class FromBuilder {
  private FromBuilder() {}

  public static List<SqlNode> items(List<TableRefContext> contexts) {
    List<SqlNode> items = new ArrayList<>(contexts.size());
    for (TableRefContext context : contexts) {
      items.add(item(context));
    }
    return items;
  }

  /** A table or a chain of joins, which bind from left to right. */
  static SqlNode item(TableRefContext context) {
    SqlNode node = primary(context.first);
    for (JoinContext join : context.joins) {
      node = join(Tokens.position(context.getStart(), join), node, join);
    }
    return node;
  }

  private static SqlNode join(SqlParserPos position, SqlNode left, JoinContext context) {
    if (context instanceof CrossJoinContext cross) {
      return new JoinItem(
          position, JoinItem.Kind.CROSS, false, left, primary(cross.right), null, null, null, null);
    }
    if (context instanceof NaturalJoinContext natural) {
      return new JoinItem(
          position,
          kind(natural.joinType()),
          true,
          left,
          primary(natural.right),
          null,
          null,
          null,
          null);
    }
    QualifiedJoinContext join = (QualifiedJoinContext) context;
    return new JoinItem(
        position,
        kind(join.joinType()),
        false,
        left,
        item(join.joined),
        join.condition == null ? null : ExpressionBuilder.expression(join.condition),
        join.columns == null ? null : Names.list(join.columns),
        Tokens.value(join.alias_),
        null);
  }

  private static JoinItem.Kind kind(JoinTypeContext context) {
    if (context == null) {
      return JoinItem.Kind.INNER;
    }
    return switch (context.type.getType()) {
      case PostgresParser.LEFT -> JoinItem.Kind.LEFT;
      case PostgresParser.RIGHT -> JoinItem.Kind.RIGHT;
      case PostgresParser.FULL -> JoinItem.Kind.FULL;
      default -> JoinItem.Kind.INNER;
    };
  }

  private static SqlNode primary(TablePrimaryContext context) {
    if (context instanceof NamedTablePrimaryContext named) {
      return named(named.namedTable());
    }
    if (context instanceof SubqueryTableContext subquery) {
      return new QueryItem(
          Tokens.position(subquery),
          subquery.lateral != null,
          QueryBuilder.query(subquery.query),
          RelationBuilder.alias(subquery.alias()));
    }
    if (context instanceof JoinedTableContext joined) {
      return joined(joined);
    }
    if (context instanceof OnlyTableContext only) {
      return RelationBuilder.sampled(
          Tokens.position(only.anyName()),
          Names.relation(only.anyName()),
          true,
          only.alias(),
          only.tableSample());
    }
    if (context instanceof LateralFunctionContext lateral) {
      return FunctionTableBuilder.lateral(lateral);
    }
    if (context instanceof CommonFunctionTableContext function) {
      return FunctionTableBuilder.common(function);
    }
    if (context instanceof RowsFromTableContext rows) {
      return FunctionTableBuilder.rowsFrom(rows);
    }
    if (context instanceof JsonTableTableContext table) {
      return JsonTableBuilder.table(table);
    }
    Token first = context.getStart();
    boolean lateral = first.getType() == PostgresParser.LATERAL;
    throw BuildErrors.notSupported(
        Tokens.value(lateral ? Tokens.second(context) : first).toUpperCase(Locale.ROOT),
        lateral ? Tokens.second(context) : first);
  }

  private static SqlNode named(NamedTableContext context) {
    List<String> name = Names.parts(context.getStart(), context.attributes);
    if (context.functionTable() != null) {
      return FunctionTableBuilder.named(name, context);
    }
    RelationTableContext table = context.relationTable();
    return RelationBuilder.sampled(
        namePosition(context),
        Names.checkedRelation(name, context.getStart()),
        false,
        table.alias(),
        table.tableSample());
  }

  private static SqlParserPos namePosition(NamedTableContext context) {
    Token start = context.getStart();
    int last = context.attributes.size() - 1;
    return last < 0
        ? Tokens.position(start)
        : Positions.of(
            start.getStartIndex(), context.attributes.get(last).getStop().getStopIndex());
  }

  /** Brackets around a join; with an alias the join's columns are seen through it alone. */
  private static SqlNode joined(JoinedTableContext context) {
    SqlNode inner = item(context.inner);
    Alias alias = RelationBuilder.alias(context.alias());
    if (alias == null || !(inner instanceof JoinItem join)) {
      return inner;
    }
    return new JoinItem(
        join.getParserPosition(),
        join.kind(),
        join.natural(),
        join.left(),
        join.right(),
        join.condition(),
        join.using(),
        join.usingAlias(),
        alias);
  }
}
