package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.GroupingSet;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.WindowSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.Litmus;

/**
 * SELECT … FROM … WHERE … GROUP BY … HAVING … WINDOW … with the ORDER BY and LIMIT around it.
 *
 * <p>Source: {@code src/backend/parser/analyze.c} (transformSelectStmt) and {@code parse_clause.c}
 * (findTargetlistEntrySQL92, transformDistinctOnClause).
 */
final class SelectAnalyzer {
  private final Analysis analysis;
  private final Scope scope;
  private final Place.Traits traits = new Place.Traits();

  /**
   * @param outer the scope of the WITH clause and the queries around
   */
  SelectAnalyzer(Analysis analysis, Scope outer) {
    this.analysis = analysis;
    this.scope = new Scope(outer);
  }

  AnalyzedQuery analyze(
      QueryNode query, SelectCore select, List<SqlNode> with, boolean resolveUnknowns) {
    LockingChecks.check(query, select);
    requireRowCount(query);
    traits.windowNames =
        select.windows().stream()
            .map(window -> ((WindowSpec) window).name())
            .collect(java.util.stream.Collectors.toSet());
    List<SqlNode> from = new FromAnalyzer(analysis, scope).analyze(select.from());
    List<Target> targets =
        new TargetList(analysis)
            .analyze(select.items(), place(Clause.SELECT_LIST), resolveUnknowns);
    SqlNode where = condition(select.where(), Clause.WHERE);
    SqlNode having = condition(select.having(), Clause.HAVING);
    List<SqlNode> orderBy = orderBy(query.orderBy(), select, targets);
    if (select.distinct() && select.distinctOn().isEmpty()) {
      targets.forEach(target -> SortableTypes.requireEquality(target.expression()));
    }
    List<SqlNode> groupBy = groupBy(select.groupBy(), targets);
    if (select.groupDistinct()) {
      groupBy = GroupingSets.distinct(groupBy);
    }
    List<SqlNode> distinctOn = distinctOn(select, query, targets, orderBy);
    List<SqlNode> windows = windows(select.windows());
    if (traits.setReturning) {
      requireSortedSets(targets, distinctOn);
      GroupedSets sets = GroupedSets.of(groupBy);
      if (!sets.isEmpty()) {
        from = sets.from(from);
        targets = sets.targets(targets);
        groupBy = sets.replace(groupBy);
        having = sets.replace(having);
        orderBy = sets.replace(orderBy);
        distinctOn = sets.replace(distinctOn);
        windows = sets.replace(windows);
      }
    }
    LockingChecks.check(query, traits);
    boolean grouped = traits.aggregates || !select.groupBy().isEmpty() || select.having() != null;
    if (grouped) {
      GroupingCheck check = new GroupingCheck(analysis.catalog, scope, groupBy, targets);
      targets =
          targets.stream()
              .map(
                  target ->
                      new Target(
                          target.name(), target.engineName(), check.check(target.expression())))
              .toList();
      having = having == null ? null : check.check(having);
      orderBy =
          orderBy.stream()
              .map(SortItem.class::cast)
              .map(item -> (SqlNode) SortItems.withExpression(item, check.check(item.expression())))
              .toList();
    }
    SelectCore core =
        new SelectCore(
            select.getParserPosition(),
            select.distinct(),
            distinctOn,
            TargetList.items(targets),
            from,
            where,
            false,
            groupBy,
            having,
            windows);
    QueryNode node =
        new QueryNode(
            query.getParserPosition(),
            query.recursive(),
            with,
            core,
            orderBy,
            analysis.queries.limit(query.limit(), scope, Clause.LIMIT),
            query.withTies(),
            analysis.queries.limit(query.offset(), scope, Clause.OFFSET),
            query.locking());
    return new AnalyzedQuery(
        traits.setReturning ? node : LateTargets.around(node, core, grouped),
        TargetList.columns(targets));
  }

  private static void requireRowCount(QueryNode query) {
    if (query.withTies() && query.limit() instanceof PgLiteral literal && literal.isNullValue()) {
      throw new PgException(
          SqlState.INVALID_ROW_COUNT_IN_LIMIT_CLAUSE,
          "row count cannot be null in FETCH FIRST ... WITH TIES clause");
    }
  }

  /** PostgreSQL expands functions that DISTINCT ON does not name behind it, the engine before. */
  private static void requireSortedSets(List<Target> targets, List<SqlNode> distinctOn) {
    for (Target target : targets) {
      if (!distinctOn.isEmpty()
          && GroupedSets.returnsSet(target.expression())
          && distinctOn.stream()
              .noneMatch(on -> on.equalsDeep(target.expression(), Litmus.IGNORE))) {
        throw Analysis.at(
            PgException.notSupported("a set-returning function beside DISTINCT ON"),
            target.expression());
      }
    }
  }

  private Place place(Clause clause) {
    return new Place(scope, clause, traits);
  }

  private SqlNode condition(SqlNode condition, Clause clause) {
    return condition == null
        ? null
        : analysis.conversion.toBoolean(
            analysis.expressions.analyze(condition, place(clause)), clause.text());
  }

  private List<SqlNode> orderBy(List<SqlNode> items, SelectCore select, List<Target> targets) {
    List<SqlNode> sorted = new ArrayList<>();
    for (SqlNode node : items) {
      SortItem item = (SortItem) node;
      SqlNode expression = sortExpression(item.expression(), targets);
      if (select.distinct() && select.distinctOn().isEmpty() && !(isOrdinal(expression))) {
        throw Analysis.at(
            new PgException(
                SqlState.INVALID_COLUMN_REFERENCE,
                "for SELECT DISTINCT, ORDER BY expressions must appear in select list"),
            Locations.leftmost(item.expression()));
      }
      if (expression == null) {
        continue;
      }
      SqlNode sortedBy =
          expression instanceof PgLiteral ordinal
              ? targets.get(Integer.parseInt(ordinal.text()) - 1).expression()
              : expression;
      SortableTypes.requireOrder(sortedBy, item.expression());
      sorted.add(SortItems.withExpression(item, expression));
    }
    return sorted;
  }

  private static boolean isOrdinal(SqlNode expression) {
    return expression instanceof PgLiteral;
  }

  /**
   * An output column's number, an expression, or null for a constant, by which nothing is sorted.
   */
  private SqlNode sortExpression(SqlNode node, List<Target> targets) {
    Integer position = SortItems.position(node, targets.size(), "ORDER BY");
    if (position != null) {
      return SortItems.ordinal(node, position);
    }
    int named = namedTarget(node, targets, "ORDER BY");
    if (named >= 0) {
      return SortItems.ordinal(node, named + 1);
    }
    SqlNode analyzed =
        analysis.conversion.resolveUnknown(
            analysis.expressions.analyze(node, place(Clause.ORDER_BY)));
    int same = indexOf(analyzed, targets);
    if (same >= 0) {
      return SortItems.ordinal(node, same + 1);
    }
    // The engine would take a number for a column's.
    return analyzed instanceof PgLiteral ? null : analyzed;
  }

  /** The target with this name, -1 when there is none or the node is no simple name. */
  private static int namedTarget(SqlNode node, List<Target> targets, String clause) {
    if (!(node instanceof SqlIdentifier name) || name.names.size() != 1) {
      return -1;
    }
    int found = -1;
    for (int i = 0; i < targets.size(); i++) {
      if (!targets.get(i).name().equals(name.names.get(0))) {
        continue;
      }
      if (found >= 0
          && !targets
              .get(found)
              .expression()
              .equalsDeep(targets.get(i).expression(), Litmus.IGNORE)) {
        throw Analysis.error(
            SqlState.AMBIGUOUS_COLUMN,
            clause + " \"" + name.names.get(0) + "\" is ambiguous",
            node);
      }
      found = found >= 0 ? found : i;
    }
    return found;
  }

  private static int indexOf(SqlNode expression, List<Target> targets) {
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i).expression().equalsDeep(expression, Litmus.IGNORE)) {
        return i;
      }
    }
    return -1;
  }

  private List<SqlNode> groupBy(List<SqlNode> elements, List<Target> targets) {
    List<SqlNode> grouped = new ArrayList<>();
    for (SqlNode element : elements) {
      if (element instanceof GroupingSet set) {
        grouped.add(
            new GroupingSet(set.getParserPosition(), set.kind(), groupBy(set.elements(), targets)));
      } else {
        SqlNode expression = groupExpression(element, targets);
        SortableTypes.requireEquality(Typed.typeOf(expression), Locations.leftmost(element));
        grouped.add(expression);
      }
    }
    return grouped;
  }

  private SqlNode groupExpression(SqlNode node, List<Target> targets) {
    Integer position = SortItems.position(node, targets.size(), "GROUP BY");
    if (position != null) {
      return target(targets.get(position - 1), node);
    }
    // A column of FROM comes before an output column of the same name.
    if (node instanceof SqlIdentifier name
        && name.names.size() == 1
        && !hasColumn(name.names.get(0))) {
      int named = namedTarget(node, targets, "GROUP BY");
      if (named >= 0) {
        return target(targets.get(named), node);
      }
    }
    return analysis.conversion.resolveUnknown(
        analysis.expressions.analyze(node, place(Clause.GROUP_BY)));
  }

  private static SqlNode target(Target target, SqlNode at) {
    AggregateSearch search = AggregateSearch.in(target.expression());
    if (search.aggregate() != null) {
      throw Analysis.error(
          SqlState.GROUPING_ERROR,
          "aggregate functions are not allowed in GROUP BY",
          search.aggregate());
    }
    return target.expression();
  }

  private boolean hasColumn(String name) {
    for (ScopeItem item : scope.items()) {
      if (item.columnsVisible()
          && item.columns().stream().anyMatch(column -> column.name().equals(name))) {
        return true;
      }
    }
    return false;
  }

  private List<SqlNode> distinctOn(
      SelectCore select, QueryNode query, List<Target> targets, List<SqlNode> orderBy) {
    List<SqlNode> expressions = new ArrayList<>();
    for (SqlNode node : select.distinctOn()) {
      Integer position = SortItems.position(node, targets.size(), "DISTINCT ON");
      int named = position != null ? position - 1 : namedTarget(node, targets, "DISTINCT ON");
      expressions.add(
          named >= 0
              ? targets.get(named).expression()
              : analysis.conversion.resolveUnknown(
                  analysis.expressions.analyze(node, place(Clause.DISTINCT_ON))));
    }
    for (int i = 0; i < Math.min(expressions.size(), orderBy.size()); i++) {
      SqlNode sorted = resolved(((SortItem) orderBy.get(i)).expression(), targets);
      boolean matches =
          expressions.stream().anyMatch(other -> other.equalsDeep(sorted, Litmus.IGNORE));
      if (!matches) {
        SortItem item = (SortItem) query.orderBy().get(i);
        throw Analysis.at(
            new PgException(
                SqlState.INVALID_COLUMN_REFERENCE,
                "SELECT DISTINCT ON expressions must match initial ORDER BY expressions"),
            Locations.leftmost(select.distinctOn().isEmpty() ? item : select.distinctOn().get(0)));
      }
    }
    return expressions;
  }

  private static SqlNode resolved(SqlNode expression, List<Target> targets) {
    return expression instanceof PgLiteral ordinal
        ? targets.get(Integer.parseInt(ordinal.text()) - 1).expression()
        : expression;
  }

  private List<SqlNode> windows(List<SqlNode> windows) {
    WindowAnalyzer analyzer = new WindowAnalyzer(analysis, analysis.expressions);
    List<SqlNode> analyzed = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (SqlNode window : windows) {
      String name = ((WindowSpec) window).name();
      if (names.contains(name)) {
        throw Analysis.error(
            SqlState.WINDOWING_ERROR, "window \"" + name + "\" is already defined", window);
      }
      names.add(name);
      analyzed.add(analyzer.over(window, place(Clause.WINDOW_PARTITION)));
    }
    return analyzed;
  }
}
