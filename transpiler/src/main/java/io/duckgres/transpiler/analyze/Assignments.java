package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.tree.Assignment;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.TargetColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** SET of UPDATE and of ON CONFLICT DO UPDATE: one assignment for each column. */
final class Assignments {
  private final Analysis analysis;
  private final TargetRelation target;
  private final Set<String> assigned = new HashSet<>();
  private final Map<String, SqlNode> elements = new HashMap<>();

  Assignments(Analysis analysis, TargetRelation target) {
    this.analysis = analysis;
    this.target = target;
  }

  List<SqlNode> analyze(List<SqlNode> assignments, Scope scope) {
    List<SqlNode> analyzed = new ArrayList<>();
    for (SqlNode node : assignments) {
      Assignment assignment = (Assignment) node;
      List<SqlNode> targets = assignment.targets();
      List<SqlNode> values = values(assignment);
      for (int i = 0; i < targets.size(); i++) {
        SqlNode single = single((TargetColumn) targets.get(i), values.get(i), assignment, scope);
        boolean computed = target.column((TargetColumn) targets.get(i)).generated();
        if (!computed) {
          add(analyzed, single);
        }
      }
    }
    return analyzed.isEmpty() && !assignments.isEmpty() ? unchanged() : analyzed;
  }

  /** Elements of one column may be assigned one after the other: the last value has them all. */
  private static void add(List<SqlNode> analyzed, SqlNode single) {
    String name = name(single);
    analyzed.removeIf(before -> name(before).equals(name));
    analyzed.add(single);
  }

  private static String name(SqlNode assignment) {
    return ((TargetColumn) ((Assignment) assignment).targets().get(0)).name();
  }

  /** What stands for an UPDATE that names computed columns only. */
  private List<SqlNode> unchanged() {
    for (Attribute attribute : target.relation().attributes()) {
      if (!attribute.generated()) {
        SqlNode same =
            FromAnalyzer.column(target.item().engineAlias(), attribute, target.relation().oid());
        return List.of(
            new Assignment(
                SqlParserPos.ZERO,
                List.of(new TargetColumn(SqlParserPos.ZERO, attribute.name(), List.of())),
                same));
      }
    }
    return List.of();
  }

  private static List<SqlNode> values(Assignment assignment) {
    SqlNode value = assignment.value();
    int wanted = assignment.targets().size();
    if (wanted == 1 && !(value instanceof QueryNode)) {
      return List.of(value);
    }
    if (value instanceof QueryNode) {
      if (wanted == 1) {
        return List.of(new ScalarQueryCall(value.getParserPosition(), value));
      }
      return ColumnsOfQuery.split((QueryNode) value, wanted);
    }
    if (!(value instanceof RowCall row)) {
      throw Analysis.error(
          SqlState.FEATURE_NOT_SUPPORTED,
          "source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression",
          value);
    }
    if (row.fields().size() != wanted) {
      throw Analysis.error(
          SqlState.SYNTAX_ERROR, "number of columns does not match number of values", value);
    }
    return row.fields();
  }

  private SqlNode single(TargetColumn column, SqlNode value, Assignment assignment, Scope scope) {
    Attribute attribute = target.column(column);
    boolean again = !assigned.add(column.name());
    boolean element = !column.path().isEmpty();
    if (again && !(element && elements.containsKey(column.name()))) {
      // PostgreSQL finds this later, and gives no position.
      throw new PgException(
          SqlState.SYNTAX_ERROR, "multiple assignments to same column \"" + column.name() + "\"");
    }
    TargetRelation.requireWritable(attribute, value, false, false);
    if (element) {
      return element(column, attribute, value, assignment, scope);
    }
    SqlNode converted =
        value instanceof DefaultValue
            ? value
            : TargetRelation.assign(
                analysis.expressions.analyze(value, Place.of(scope, Clause.UPDATE_SET)),
                attribute,
                analysis);
    return new Assignment(
        assignment.getParserPosition(),
        List.of(new TargetColumn(column.getParserPosition(), attribute.name(), List.of())),
        converted);
  }

  private SqlNode element(
      TargetColumn column, Attribute attribute, SqlNode value, Assignment assignment, Scope scope) {
    if (value instanceof DefaultValue) {
      throw Analysis.error(
          SqlState.FEATURE_NOT_SUPPORTED, "cannot set an array element to DEFAULT", value);
    }
    Place place = Place.of(scope, Clause.UPDATE_SET);
    SqlNode base = elements.get(column.name());
    if (base == null) {
      SqlIdentifier whole =
          new SqlIdentifier(List.of(target.alias(), column.name()), SqlParserPos.ZERO);
      base = analysis.expressions.analyze(whole, place);
    }
    SqlNode changed =
        new ElementAssignment(analysis, place)
            .of(column, attribute, base, analysis.expressions.analyze(value, place));
    elements.put(column.name(), changed);
    return new Assignment(
        assignment.getParserPosition(),
        List.of(new TargetColumn(column.getParserPosition(), attribute.name(), List.of())),
        changed);
  }
}
