package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.tree.Assignment;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.InsertNode;
import io.duckgres.transpiler.tree.MergeWhen;
import io.duckgres.transpiler.tree.MergeWhen.Action;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.TargetColumn;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The branches of a MERGE, as columns of the rows of its join. */
final class MergeBranches {
  /** True where the join has a row of the source. */
  static final String PRESENT = "duckgres_present";

  private static final String BRANCH = "duckgres_branch";
  private static final ExpressionType BOOL = ExpressionType.of(PgTypes.BOOL);
  private static final ExpressionType TEXT = ExpressionType.of(PgTypes.TEXT);
  private static final ExpressionType INT4 = ExpressionType.of(PgTypes.INT4);

  private final Analysis analysis;
  private final TargetRelation target;
  private final List<Branch> branches = new ArrayList<>();

  /** A branch with the values that it gives to columns. */
  private record Branch(MergeWhen when, SqlNode condition, Map<String, SqlNode> values) {}

  MergeBranches(Analysis analysis, TargetRelation target) {
    this.analysis = analysis;
    this.target = target;
  }

  /**
   * @param scope what the branch can see
   */
  void add(MergeWhen when, Scope scope) {
    SqlNode condition =
        when.condition() == null
            ? null
            : analysis.conversion.toBoolean(
                analysis.expressions.analyze(when.condition(), Place.of(scope, Clause.MERGE_WHEN)),
                "WHEN");
    Map<String, SqlNode> values =
        switch (when.action()) {
          case UPDATE -> updated(when, scope);
          case INSERT -> inserted(when, scope);
          default -> Map.of();
        };
    branches.add(new Branch(when, condition, values));
  }

  private Map<String, SqlNode> updated(MergeWhen when, Scope scope) {
    Map<String, SqlNode> values = new LinkedHashMap<>();
    for (SqlNode node : new Assignments(analysis, target).analyze(when.assignments(), scope)) {
      Assignment assignment = (Assignment) node;
      values.put(((TargetColumn) assignment.targets().get(0)).name(), assignment.value());
    }
    return values;
  }

  private Map<String, SqlNode> inserted(MergeWhen when, Scope scope) {
    Map<String, SqlNode> values = new LinkedHashMap<>();
    target.relation().attributes().forEach(a -> values.put(a.name(), StagedRows.defaultOf(a)));
    List<Attribute> columns =
        when.columns().isEmpty()
            ? target.written()
            : InsertAnalyzer.columns(when.columns(), target);
    List<Attribute> written = List.of();
    if (!when.values().isEmpty()) {
      InsertSource.Source source =
          new InsertSource(analysis).source(query(when), insert(when), columns, scope);
      written = source.columns();
      RowCall row = (RowCall) ((ValuesCore) source.query().body()).rows().get(0);
      for (int i = 0; i < written.size(); i++) {
        SqlNode value = row.fields().get(i);
        if (!(value instanceof DefaultValue)) {
          values.put(written.get(i).name(), value);
        }
      }
    }
    SequenceNames.noteDefaults(target.relation(), written, analysis);
    InsertAnalyzer.noteDefaults(target.relation(), written, analysis);
    return values;
  }

  private static QueryNode query(MergeWhen when) {
    return SetOperationAnalyzer.asQuery(
        new ValuesCore(
            when.getParserPosition(),
            List.of(new RowCall(when.getParserPosition(), when.values()))));
  }

  private InsertNode insert(MergeWhen when) {
    return new InsertNode(
        when.getParserPosition(),
        false,
        List.of(),
        target.node(),
        when.columns(),
        when.overriding(),
        query(when),
        null,
        List.of());
  }

  /** The columns that any branch updates. */
  List<String> updated() {
    Set<String> names = new LinkedHashSet<>();
    for (Branch branch : branches) {
      if (branch.when().action() == Action.UPDATE) {
        names.addAll(branch.values().keySet());
      }
    }
    return List.copyOf(names);
  }

  /** Whether a row of the join takes a branch. */
  SqlNode applies() {
    return call("{0} IS NOT NULL", BOOL, branchColumn());
  }

  private static ColumnRef branchColumn() {
    return new ColumnRef(SqlParserPos.ZERO, null, BRANCH, INT4, 0, 0);
  }

  /** The row, its branch, the action and the target's columns. */
  List<SqlNode> items() {
    ColumnRef row = StagedRows.rowIdentifier(target.alias(), target.relation());
    List<SqlNode> items = new ArrayList<>();
    items.add(StagedRows.item(row, Stage.ROW));
    items.add(StagedRows.item(branch(row), BRANCH));
    items.add(StagedRows.item(action(), Stage.ACTION));
    items.addAll(StagedRows.columns(target.relation(), this::value));
    return items;
  }

  private SqlNode branch(ColumnRef row) {
    List<SqlNode> conditions = new ArrayList<>();
    List<SqlNode> numbers = new ArrayList<>();
    for (Branch branch : branches) {
      SqlNode matches =
          switch (branch.when().match()) {
            case MATCHED -> call("({0} IS NOT NULL AND " + PRESENT + ")", BOOL, row);
            case NOT_MATCHED_BY_SOURCE -> StagedRows.sql("(" + PRESENT + " IS NULL)", BOOL);
            case NOT_MATCHED_BY_TARGET -> call("({0} IS NULL)", BOOL, row);
          };
      conditions.add(
          branch.condition() == null
              ? matches
              : call("({0} AND {1})", BOOL, matches, branch.condition()));
      numbers.add(PgLiteral.number(SqlParserPos.ZERO, Integer.toString(numbers.size() + 1)));
    }
    return new CaseCall(SqlParserPos.ZERO, null, conditions, numbers, null, INT4);
  }

  private SqlNode action() {
    List<SqlNode> conditions = new ArrayList<>();
    List<SqlNode> names = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      Action action = branches.get(i).when().action();
      if (action != Action.NOTHING) {
        conditions.add(takes(i));
        names.add(StagedRows.text(action.name()));
      }
    }
    return conditions.isEmpty()
        ? StagedRows.sql("CAST(NULL AS VARCHAR)", TEXT)
        : new CaseCall(SqlParserPos.ZERO, null, conditions, names, null, TEXT);
  }

  private static SqlNode takes(int branch) {
    return call("{0} = " + (branch + 1), BOOL, branchColumn());
  }

  private SqlNode value(Attribute attribute) {
    List<SqlNode> conditions = new ArrayList<>();
    List<SqlNode> results = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      SqlNode value = branches.get(i).values().get(attribute.name());
      if (value != null) {
        conditions.add(takes(i));
        results.add(
            value instanceof DefaultValue
                ? StagedRows.defaultOf(attribute)
                : StoredValue.of(value));
      }
    }
    SqlNode unchanged = target.reference(attribute);
    ExpressionType type = ExpressionType.ofValues(attribute);
    return conditions.isEmpty()
        ? unchanged
        : new CaseCall(SqlParserPos.ZERO, null, conditions, results, unchanged, type);
  }

  private static SqlNode call(String template, ExpressionType type, SqlNode... operands) {
    return new TemplateCall(SqlParserPos.ZERO, Template.parse(template), List.of(operands), type);
  }
}
