package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.LogicalCall;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Joins. USING and NATURAL become conditions, and their merged columns expressions, so that types
 * and names are PostgreSQL's.
 *
 * <p>Source: {@code src/backend/parser/parse_clause.c} (transformFromClauseItem, JoinExpr).
 */
final class JoinAnalyzer {
  private final Analysis analysis;
  private final FromAnalyzer from;

  JoinAnalyzer(Analysis analysis, FromAnalyzer from) {
    this.analysis = analysis;
    this.from = from;
  }

  FromResult analyze(JoinItem join, List<ScopeItem> visible) {
    FromResult left = from.item(join.left(), visible);
    List<ScopeItem> rightSees = new ArrayList<>(visible);
    rightSees.addAll(left.items());
    FromResult right = from.item(join.right(), rightSees);
    List<ScopeColumn> leftColumns = columns(left);
    List<ScopeColumn> rightColumns = columns(right);
    List<String> using = join.natural() ? common(leftColumns, rightColumns) : join.using();
    SqlNode condition;
    List<ScopeColumn> merged = new ArrayList<>();
    if (using == null) {
      condition = on(join, left, right);
    } else {
      condition = merge(join, using, leftColumns, rightColumns, merged);
    }
    JoinItem.Kind kind =
        join.kind() == JoinItem.Kind.INNER && condition == null ? JoinItem.Kind.CROSS : join.kind();
    JoinItem node =
        new JoinItem(
            join.getParserPosition(),
            kind,
            false,
            left.node(),
            right.node(),
            condition,
            from.keepsForm() ? using : null,
            from.keepsForm() ? join.usingAlias() : null,
            from.keepsForm() ? join.alias() : null);
    return new FromResult(node, items(join, using, left, right, leftColumns, rightColumns, merged));
  }

  private SqlNode on(JoinItem join, FromResult left, FromResult right) {
    if (join.condition() == null) {
      return null;
    }
    List<ScopeItem> both = new ArrayList<>(left.items());
    both.addAll(right.items());
    SqlNode condition =
        analysis.expressions.analyze(
            join.condition(), Place.of(from.lateral(both), Clause.JOIN_ON));
    return analysis.conversion.toBoolean(condition, "JOIN/ON");
  }

  private static List<ScopeColumn> columns(FromResult result) {
    List<ScopeColumn> columns = new ArrayList<>();
    for (ScopeItem item : result.items()) {
      if (item.columnsVisible()) {
        columns.addAll(item.columns());
      }
    }
    return columns;
  }

  private static List<String> common(List<ScopeColumn> left, List<ScopeColumn> right) {
    List<String> common = new ArrayList<>();
    for (ScopeColumn column : left) {
      if (right.stream().anyMatch(other -> other.name().equals(column.name()))
          && !common.contains(column.name())) {
        common.add(column.name());
      }
    }
    return common;
  }

  private SqlNode merge(
      JoinItem join,
      List<String> using,
      List<ScopeColumn> leftColumns,
      List<ScopeColumn> rightColumns,
      List<ScopeColumn> merged) {
    OperatorAnalyzer operators = new OperatorAnalyzer(analysis, analysis.expressions);
    List<SqlNode> equalities = new ArrayList<>();
    for (String name : using) {
      SqlNode left = unique(name, leftColumns, "left", join);
      SqlNode right = unique(name, rightColumns, "right", join);
      equalities.add(operators.apply(join.getParserPosition(), null, "=", left, right));
      merged.add(new ScopeColumn(name, mergedColumn(join, left, right)));
    }
    if (equalities.isEmpty()) {
      // NATURAL without common columns is a cross join; an outer one needs a condition.
      return join.kind() == JoinItem.Kind.INNER
          ? null
          : io.duckgres.transpiler.tree.PgLiteral.bool(SqlParserPos.ZERO, true);
    }
    return equalities.size() == 1
        ? equalities.get(0)
        : new LogicalCall(
            join.getParserPosition(),
            LogicalCall.Kind.AND,
            equalities,
            ExpressionType.of(PgTypes.BOOL));
  }

  private SqlNode mergedColumn(JoinItem join, SqlNode left, SqlNode right) {
    List<SqlNode> both = List.of(left, right);
    PgType common = analysis.conversion.commonType(both, "JOIN/USING");
    List<SqlNode> converted =
        common == null ? both : analysis.conversion.toType(both, common, "JOIN/USING");
    if (from.keepsForm() && join.kind() == JoinItem.Kind.INNER) {
      // The side that needs no cast.
      return converted.get(0) == left || converted.get(1) != right ? converted.get(0) : right;
    }
    return switch (join.kind()) {
      case CROSS, INNER, LEFT -> converted.get(0);
      case RIGHT -> converted.get(1);
      case FULL ->
          new SpecialCall(
              SqlParserPos.ZERO,
              SpecialCall.Kind.COALESCE,
              converted,
              common == null ? Typed.of(left) : Conversion.commonType(converted, common));
    };
  }

  private static SqlNode unique(
      String name, List<ScopeColumn> columns, String side, JoinItem join) {
    SqlNode found = null;
    for (ScopeColumn column : columns) {
      if (column.name().equals(name)) {
        if (found != null) {
          throw Analysis.at(
              new PgException(
                  SqlState.AMBIGUOUS_COLUMN,
                  "common column name \""
                      + name
                      + "\" appears more than once in "
                      + side
                      + " table"),
              join);
        }
        found = column.expression();
      }
    }
    if (found == null) {
      // PostgreSQL gives no position here.
      throw new PgException(
          SqlState.UNDEFINED_COLUMN,
          "column \"" + name + "\" specified in USING clause does not exist in " + side + " table");
    }
    return found;
  }

  private List<ScopeItem> items(
      JoinItem join,
      List<String> using,
      FromResult left,
      FromResult right,
      List<ScopeColumn> leftColumns,
      List<ScopeColumn> rightColumns,
      List<ScopeColumn> merged) {
    boolean aliased = join.alias() != null;
    JoinItem.Kind kind = join.kind();
    boolean leftNullable = kind == JoinItem.Kind.RIGHT || kind == JoinItem.Kind.FULL;
    boolean rightNullable = kind == JoinItem.Kind.LEFT || kind == JoinItem.Kind.FULL;
    List<ScopeItem> leftItems = leftNullable ? nullable(left.items()) : left.items();
    List<ScopeItem> rightItems = rightNullable ? nullable(right.items()) : right.items();
    List<ScopeItem> items = new ArrayList<>();
    if (using == null && !aliased) {
      items.addAll(leftItems);
      items.addAll(rightItems);
      return items;
    }
    List<ScopeColumn> all = new ArrayList<>(merged);
    all.addAll(rest(leftColumns, using));
    all.addAll(rest(rightColumns, using));
    if (aliased) {
      String name = join.alias().name();
      from.register(name, join);
      List<String> names = all.stream().map(ScopeColumn::name).toList();
      List<String> renamed = FromAnalyzer.renamed(names, join.alias(), name, join);
      List<ScopeColumn> columns = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        columns.add(new ScopeColumn(renamed.get(i), all.get(i).expression()));
      }
      items.add(new ScopeItem(name, null, null, columns, true, true));
      return items;
    }
    leftItems.forEach(item -> items.add(item.withHiddenColumns()));
    rightItems.forEach(item -> items.add(item.withHiddenColumns()));
    if (join.usingAlias() != null) {
      from.register(join.usingAlias(), join);
      items.add(new ScopeItem(join.usingAlias(), null, null, merged, true, false));
    }
    items.add(new ScopeItem(null, null, null, all, false, true));
    return items;
  }

  private static List<ScopeItem> nullable(List<ScopeItem> items) {
    return items.stream().map(ScopeItem::ofOuterJoin).toList();
  }

  private static List<ScopeColumn> rest(List<ScopeColumn> columns, List<String> using) {
    return using == null
        ? columns
        : columns.stream().filter(column -> !using.contains(column.name())).toList();
  }
}
