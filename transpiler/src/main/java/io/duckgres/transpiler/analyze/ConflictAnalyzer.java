package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.tree.Assignment;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.CollateCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.CommonTable;
import io.duckgres.transpiler.tree.ConflictClause;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.InsertNode;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.TargetColumn;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * ON CONFLICT: as the engine's own clause where that has PostgreSQL's meaning, otherwise by joining
 * the proposed rows with those that they would violate.
 *
 * <p>Source: {@code src/backend/parser/parse_clause.c} (transformOnConflictArbiter) and {@code
 * src/backend/executor/nodeModifyTable.c} (ExecOnConflictUpdate).
 */
final class ConflictAnalyzer {
  private static final String PROPOSED = "duckgres_proposed";
  private static final String ORDER = "duckgres_order";
  private static final String EXCLUDED = "excluded";
  private static final ExpressionType BOOL = ExpressionType.of(PgTypes.BOOL);
  private static final ExpressionType INT8 = ExpressionType.of(PgTypes.INT8);

  private final Analysis analysis;
  private final TargetRelation target;
  private final Scope outer;

  ConflictAnalyzer(Analysis analysis, TargetRelation target, Scope outer) {
    this.analysis = analysis;
    this.target = target;
    this.outer = outer;
  }

  /**
   * The rows of an INSERT … ON CONFLICT in steps.
   *
   * @param proposed what {@code rows} reads
   * @param rows the rows with their actions
   * @param updated the columns that DO UPDATE writes
   */
  record Resolution(CommonTable proposed, QueryNode rows, List<String> updated) {}

  /**
   * Whether the engine's clause does not do: it has no sub-queries, no expressions or conditions to
   * infer an index by, and lets one statement update a row twice.
   */
  static boolean needsSteps(InsertNode insert) {
    if (!(insert.onConflict() instanceof ConflictClause clause)) {
      return false;
    }
    boolean plainTarget =
        clause.targetWhere() == null
            && clause.targets().stream().allMatch(SqlIdentifier.class::isInstance);
    if (!plainTarget) {
      return true;
    }
    boolean severalRows =
        insert.source() instanceof QueryNode query
            && !(query.body() instanceof ValuesCore values && values.rows().size() == 1);
    return clause.update()
        && (severalRows
            || RawQueries.in(clause.assignments())
            || clause.where() != null && RawQueries.in(clause.where()));
  }

  /** The clause for the engine. */
  ConflictClause clause(ConflictClause clause) {
    List<SqlNode> targets = keys(clause, target.item());
    check(clause, targets);
    if (clause.constraint() != null) {
      targets = new ArrayList<>();
      for (String column : new ConflictArbiters(analysis, target).constraint(clause)) {
        Attribute attribute = target.relation().attribute(column);
        targets.add(FromAnalyzer.column(null, attribute, target.relation().oid()));
      }
    }
    Scope scope = updateScope();
    List<SqlNode> assignments =
        new Assignments(analysis, target).analyze(clause.assignments(), scope);
    return new ConflictClause(
        clause.getParserPosition(),
        targets,
        null,
        null,
        clause.update(),
        assignments,
        where(clause, scope));
  }

  private List<SqlNode> keys(ConflictClause clause, ScopeItem item) {
    Scope scope = new Scope(outer);
    scope.add(item);
    return analysis.expressions.analyzeAll(clause.targets(), Place.of(scope, Clause.CONFLICT));
  }

  /** Whether the rows of a partial index alone conflict. */
  private boolean check(ConflictClause clause, List<SqlNode> targets) {
    if (clause.constraint() == null && targets.isEmpty() && clause.update()) {
      throw Analysis.error(
              SqlState.SYNTAX_ERROR,
              "ON CONFLICT DO UPDATE requires inference specification or constraint name",
              clause)
          .withHint("For example, ON CONFLICT (column_name).");
    }
    if (clause.targetWhere() != null) {
      targetWhere(clause, target.item());
    }
    return !targets.isEmpty() && new ConflictArbiters(analysis, target).require(clause, targets);
  }

  private SqlNode targetWhere(ConflictClause clause, ScopeItem item) {
    Scope scope = new Scope(outer);
    scope.add(item);
    return analysis.conversion.toBoolean(
        analysis.expressions.analyze(clause.targetWhere(), Place.of(scope, Clause.CONFLICT)),
        "WHERE");
  }

  private Scope updateScope() {
    Scope scope = new Scope(outer);
    scope.add(
        target.view() != null
            ? target.item()
            : TargetRelation.item(
                target.relation(), target.alias(), target.item().schema(), qualifier()));
    scope.add(excluded().withHiddenColumns());
    return scope;
  }

  /** The engine's own clause knows the table by its name, not by an alias. */
  private String qualifier() {
    return target.node().alias() == null ? target.relation().name() : target.alias();
  }

  private ScopeItem excluded() {
    return target.view() == null
        ? TargetRelation.item(target.relation(), EXCLUDED, null, EXCLUDED)
        : target.view().qualified(EXCLUDED, analysis).item(EXCLUDED, null);
  }

  private SqlNode where(ConflictClause clause, Scope scope) {
    return clause.where() == null
        ? null
        : analysis.conversion.toBoolean(
            analysis.expressions.analyze(clause.where(), Place.of(scope, Clause.WHERE)), "WHERE");
  }

  /**
   * Joins proposed rows with those that they conflict with.
   *
   * @param proposals a query of row, action and the target's columns
   */
  Resolution resolve(ConflictClause clause, QueryNode proposals) {
    List<List<SqlNode[]>> keys = keyPairs(clause);
    SqlNode matches = matches(keys);
    SqlNode duplicate = duplicate(keys, null);
    if (!clause.targets().isEmpty() && check(clause, keys(clause, target.item()))) {
      SqlNode proposed = targetWhere(clause, excluded());
      matches =
          call(
              "({0} AND {1} AND {2})", BOOL, matches, targetWhere(clause, target.item()), proposed);
      duplicate = duplicate(keys, proposed);
    }
    ColumnRef row = StagedRows.rowIdentifier(target.alias(), target.relation());
    Scope scope = new Scope(outer);
    scope.add(target.item());
    scope.add(excluded().withHiddenColumns());
    Map<String, SqlNode> values = assigned(clause, scope);
    List<SqlNode> items = new ArrayList<>();
    items.add(StagedRows.item(row, Stage.ROW));
    items.add(StagedRows.item(duplicate, Stage.DUPLICATE));
    items.add(StagedRows.item(action(clause, row, scope), Stage.ACTION));
    items.addAll(
        StagedRows.columns(
            target.relation(), attribute -> value(attribute, row, values, clause.update())));
    List<SqlNode> from =
        List.of(
            new JoinItem(
                SqlParserPos.ZERO,
                JoinItem.Kind.LEFT,
                false,
                StagedRows.table(PROPOSED, EXCLUDED),
                target.source(),
                matches,
                null,
                null,
                null));
    return new Resolution(
        proposed(proposals),
        StagedRows.sorted(
            StagedRows.query(items, from, null),
            new ColumnRef(SqlParserPos.ZERO, EXCLUDED, ORDER, INT8, 0, 0)),
        List.copyOf(values.keySet()));
  }

  /** For each index: what stands for each key in the table, and in the proposed row. */
  private List<List<SqlNode[]>> keyPairs(ConflictClause clause) {
    ConflictArbiters arbiters = new ConflictArbiters(analysis, target);
    List<SqlNode> targets = keys(clause, target.item());
    check(clause, targets);
    List<List<SqlNode[]>> pairs = new ArrayList<>();
    if (!targets.isEmpty()) {
      List<SqlNode> proposed = keys(clause, excluded());
      List<SqlNode[]> pair = new ArrayList<>();
      for (int i = 0; i < targets.size(); i++) {
        pair.add(new SqlNode[] {plain(targets.get(i)), plain(proposed.get(i))});
      }
      pairs.add(pair);
      return pairs;
    }
    List<List<String>> columns =
        clause.constraint() == null ? arbiters.keys() : List.of(arbiters.constraint(clause));
    for (List<String> key : columns) {
      List<SqlNode[]> pair = new ArrayList<>();
      for (String column : key) {
        Attribute attribute = target.relation().attribute(column);
        pair.add(new SqlNode[] {target.reference(attribute), proposed(attribute)});
      }
      pairs.add(pair);
    }
    return pairs;
  }

  private static SqlNode plain(SqlNode key) {
    return key instanceof CollateCall collate ? collate.operand() : key;
  }

  private SqlNode proposed(Attribute attribute) {
    return FromAnalyzer.column(EXCLUDED, attribute, target.relation().oid());
  }

  private static SqlNode matches(List<List<SqlNode[]>> keys) {
    SqlNode any = null;
    for (List<SqlNode[]> key : keys) {
      SqlNode all = null;
      for (SqlNode[] pair : key) {
        SqlNode equal = call("({0} = {1})", BOOL, pair[0], pair[1]);
        all = all == null ? equal : call("({0} AND {1})", BOOL, all, equal);
      }
      any = any == null ? all : call("({0} OR {1})", BOOL, any, all);
    }
    return any == null ? StagedRows.sql("false", BOOL) : any;
  }

  /** The place of a proposed row among those with the same key; rows with a NULL have none. */
  private static SqlNode duplicate(List<List<SqlNode[]>> keys, SqlNode condition) {
    List<SqlNode> places = new ArrayList<>();
    for (List<SqlNode[]> key : keys) {
      List<SqlNode> values = new ArrayList<>();
      key.forEach(pair -> values.add(pair[1]));
      if (condition != null) {
        // Rows outside of a partial index are no duplicates: what is false counts as NULL.
        values.add(call("nullif({0}, false)", BOOL, condition));
      }
      SqlNode[] proposed = values.toArray(SqlNode[]::new);
      StringBuilder isNull = new StringBuilder();
      StringBuilder partition = new StringBuilder();
      for (int i = 0; i < proposed.length; i++) {
        isNull.append(i == 0 ? "" : " OR ").append('{').append(i).append("} IS NULL");
        partition.append(i == 0 ? "" : ", ").append('{').append(i).append('}');
      }
      places.add(
          call(
              "CASE WHEN "
                  + isNull
                  + " THEN 1 ELSE row_number() OVER (PARTITION BY "
                  + partition
                  + " ORDER BY "
                  + EXCLUDED
                  + "."
                  + ORDER
                  + ") END",
              INT8,
              proposed));
    }
    return places.isEmpty()
        ? StagedRows.sql("1", INT8)
        : call("greatest({*})", INT8, places.toArray(SqlNode[]::new));
  }

  private SqlNode action(ConflictClause clause, ColumnRef row, Scope scope) {
    ExpressionType text = ExpressionType.of(PgTypes.TEXT);
    if (!clause.update()) {
      return call(
          "CASE WHEN {0} IS NULL AND " + Stage.DUPLICATE + " = 1 THEN 'INSERT' END", text, row);
    }
    SqlNode where = where(clause, scope);
    return where == null
        ? call("CASE WHEN {0} IS NULL THEN 'INSERT' ELSE 'UPDATE' END", text, row)
        : call("CASE WHEN {0} IS NULL THEN 'INSERT' WHEN {1} THEN 'UPDATE' END", text, row, where);
  }

  private Map<String, SqlNode> assigned(ConflictClause clause, Scope scope) {
    Map<String, SqlNode> values = new LinkedHashMap<>();
    if (clause.update()) {
      for (SqlNode node : new Assignments(analysis, target).analyze(clause.assignments(), scope)) {
        Assignment assignment = (Assignment) node;
        values.put(((TargetColumn) assignment.targets().get(0)).name(), assignment.value());
      }
    }
    return values;
  }

  private SqlNode value(
      Attribute attribute, ColumnRef row, Map<String, SqlNode> values, boolean update) {
    SqlNode proposed = proposed(attribute);
    if (!update) {
      return proposed;
    }
    SqlNode assigned = values.getOrDefault(attribute.name(), target.reference(attribute));
    return new CaseCall(
        SqlParserPos.ZERO,
        null,
        List.of(call("({0} IS NULL)", BOOL, row)),
        List.of(proposed),
        assigned instanceof DefaultValue
            ? StagedRows.defaultOf(attribute)
            : StoredValue.of(assigned),
        ExpressionType.ofValues(attribute));
  }

  /** The proposed rows, computed once and numbered. */
  private CommonTable proposed(QueryNode proposals) {
    SelectCore select = (SelectCore) StagedRows.complete(proposals, target.relation()).body();
    List<SqlNode> items = new ArrayList<>(select.items());
    items.add(StagedRows.item(StagedRows.sql("row_number() OVER ()", INT8), ORDER));
    return new CommonTable(
        SqlParserPos.ZERO,
        PROPOSED,
        List.of(),
        true,
        StagedRows.query(items, select.from(), select.where()),
        null,
        null);
  }

  private static SqlNode call(String template, ExpressionType type, SqlNode... operands) {
    return new TemplateCall(SqlParserPos.ZERO, Template.parse(template), List.of(operands), type);
  }
}
