package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.AssignmentContext;
import io.duckgres.grammar.PostgresParser.ColumnAssignmentContext;
import io.duckgres.grammar.PostgresParser.InsertColumnContext;
import io.duckgres.grammar.PostgresParser.RowAssignmentContext;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.Assignment;
import io.duckgres.transpiler.tree.FieldCall;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.TargetColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** Columns that are written, and SET (manual: UPDATE). */
final class AssignmentBuilder {
  private AssignmentBuilder() {}

  static List<SqlNode> columns(List<InsertColumnContext> contexts) {
    List<SqlNode> columns = new ArrayList<>(contexts.size());
    for (InsertColumnContext context : contexts) {
      columns.add(column(context));
    }
    return columns;
  }

  static List<SqlNode> assignments(List<AssignmentContext> contexts) {
    List<SqlNode> assignments = new ArrayList<>(contexts.size());
    for (AssignmentContext context : contexts) {
      assignments.add(assignment(context));
    }
    return assignments;
  }

  private static TargetColumn column(InsertColumnContext context) {
    return new TargetColumn(
        Tokens.position(context),
        Tokens.value(context.name),
        Indirections.path(context.indirection(), context));
  }

  private static Assignment assignment(AssignmentContext context) {
    if (context instanceof ColumnAssignmentContext single) {
      return new Assignment(
          Tokens.position(context),
          List.of(column(single.column)),
          ExpressionBuilder.expression(single.value));
    }
    RowAssignmentContext row = (RowAssignmentContext) context;
    List<SqlNode> targets = columns(row.columns);
    QueryNode query = Subqueries.query(row.value);
    SqlNode value =
        query != null
            ? query(query, targets.size(), row)
            : row(ExpressionBuilder.expression(row.value), targets.size());
    return new Assignment(Tokens.position(context), targets, value);
  }

  /** A list of one column takes a query's value as a column alone does. */
  private static SqlNode query(QueryNode query, int columns, RowAssignmentContext context) {
    return columns == 1 ? new ScalarQueryCall(Tokens.position(context.value), query) : query;
  }

  /**
   * A row has a value for each column; the row of a single column is that value. How many values a
   * star stands for is not known yet.
   */
  private static SqlNode row(SqlNode value, int columns) {
    if (!(value instanceof RowCall row)) {
      throw BuildErrors.at(
          SqlState.FEATURE_NOT_SUPPORTED,
          "source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression",
          Locations.leftmost(value));
    }
    if (row.fields().stream().anyMatch(AssignmentBuilder::isStar)) {
      return row;
    }
    if (row.fields().size() != columns) {
      throw BuildErrors.at(
          SqlState.SYNTAX_ERROR,
          "number of columns does not match number of values",
          Locations.leftmost(row));
    }
    return columns == 1 ? row.fields().get(0) : row;
  }

  private static boolean isStar(SqlNode field) {
    return field instanceof SqlIdentifier name && name.isStar()
        || field instanceof FieldCall call && call.field() == null;
  }
}
