package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.build.RoutineText;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.IndexRecord;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.ShownText;
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

  /**
   * Whether a clause without target is about indexes that the engine's clause does not know.
   *
   * @param table the one that is inserted into, or null
   */
  static boolean isAboutExpressions(InsertNode insert, Relation table, Analysis analysis) {
    return insert.onConflict() instanceof ConflictClause clause
        && clause.targets().isEmpty()
        && clause.constraint() == null
        && table != null
        && !ConflictArbiters.special(analysis.catalog.stored(table)).isEmpty();
  }

  /** The clause for the engine; null when it has nothing to do. */
  ConflictClause clause(ConflictClause clause) {
    List<SqlNode> targets = keys(clause, target.item());
    check(clause, targets);
    if (!clause.update()
        && targets.isEmpty()
        && clause.constraint() == null
        && new ConflictArbiters(analysis, target).isEmpty()) {
      // The engine refuses the clause where there is no unique key.
      return null;
    }
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

  /** The predicates of the partial indexes whose rows alone conflict; empty for all rows. */
  private List<String> check(ConflictClause clause, List<SqlNode> targets) {
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
    return targets.isEmpty()
        ? List.of()
        : new ConflictArbiters(analysis, target).require(clause, targets);
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
    List<ConflictKeys> keys = arbiters(clause);
    SqlNode matches = ConflictKeys.matches(keys);
    SqlNode duplicate = ConflictKeys.duplicate(keys, EXCLUDED, ORDER);
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

  private List<ConflictKeys> arbiters(ConflictClause clause) {
    List<SqlNode> targets = keys(clause, target.item());
    List<String> predicates = check(clause, targets);
    List<ConflictKeys> all = new ArrayList<>();
    if (!targets.isEmpty()) {
      List<SqlNode> proposed = keys(clause, excluded());
      List<ConflictKeys.Pair> pairs = new ArrayList<>();
      for (int i = 0; i < targets.size(); i++) {
        pairs.add(new ConflictKeys.Pair(plain(targets.get(i)), plain(proposed.get(i))));
      }
      if (predicates.isEmpty()) {
        all.add(new ConflictKeys(pairs, null));
      }
      for (String predicate : predicates) {
        all.add(new ConflictKeys(pairs, condition(predicate)));
      }
      return all;
    }
    ConflictArbiters arbiters = new ConflictArbiters(analysis, target);
    List<List<String>> columns =
        clause.constraint() == null ? arbiters.keys() : List.of(arbiters.constraint(clause));
    columns.forEach(
        key -> all.add(new ConflictKeys(key.stream().map(this::column).toList(), null)));
    if (clause.constraint() == null) {
      arbiters.special().forEach(index -> all.add(keys(index)));
    }
    return all;
  }

  private ConflictKeys keys(IndexRecord index) {
    List<ConflictKeys.Pair> pairs = new ArrayList<>();
    for (IndexRecord.Key key : index.keys()) {
      if (key.column() == null && key.expression() == null) {
        throw PgException.notSupported("ON CONFLICT on a table with this index");
      }
      pairs.add(
          key.column() != null
              ? column(key.column())
              : expression(RoutineText.expression(key.text())));
    }
    return new ConflictKeys(
        pairs, index.predicate() == null ? null : condition(ShownText.plain(index.predicate())));
  }

  private ConflictKeys.Pair column(String name) {
    Attribute attribute = target.relation().attribute(name);
    return new ConflictKeys.Pair(target.reference(attribute), proposed(attribute));
  }

  private ConflictKeys.Pair condition(String predicate) {
    ConflictKeys.Pair pair = expression(RoutineText.expression(predicate));
    return new ConflictKeys.Pair(
        analysis.conversion.toBoolean(pair.stored(), "WHERE"),
        analysis.conversion.toBoolean(pair.proposed(), "WHERE"));
  }

  /** An index' expression over the table's rows and over the proposed ones. */
  private ConflictKeys.Pair expression(SqlNode expression) {
    return new ConflictKeys.Pair(over(expression, target.alias()), over(expression, EXCLUDED));
  }

  private SqlNode over(SqlNode expression, String alias) {
    Scope scope = new Scope(null);
    scope.add(TargetRelation.item(target.relation(), alias, null, alias));
    return analysis.expressions.analyze(expression, Place.of(scope, Clause.CONFLICT));
  }

  private static SqlNode plain(SqlNode key) {
    return key instanceof CollateCall collate ? collate.operand() : key;
  }

  private SqlNode proposed(Attribute attribute) {
    return FromAnalyzer.column(EXCLUDED, attribute, target.relation().oid());
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
