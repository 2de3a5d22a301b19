package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SetOperation;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * UNION, INTERSECT and EXCEPT: both sides are brought to common column types.
 *
 * <p>Source: {@code src/backend/parser/analyze.c} (transformSetOperationTree).
 */
final class SetOperationAnalyzer {
  private final Analysis analysis;
  private final ColumnConversion conversion;

  SetOperationAnalyzer(Analysis analysis) {
    this.analysis = analysis;
    this.conversion = new ColumnConversion(analysis);
  }

  AnalyzedQuery analyze(SetOperation operation, Scope scope, boolean resolveUnknowns) {
    AnalyzedQuery left = side(operation.left(), scope);
    AnalyzedQuery right = side(operation.right(), scope);
    String name = operation.kind().toString();
    if (left.columns().size() != right.columns().size()) {
      throw Analysis.at(
          new PgException(
              SqlState.SYNTAX_ERROR,
              "each " + name + " query must have the same number of columns"),
          firstTarget(operation.right()));
    }
    List<ExpressionType> types = new ArrayList<>();
    List<OutputColumn> columns = new ArrayList<>();
    for (int i = 0; i < left.columns().size(); i++) {
      OutputColumn first = left.columns().get(i);
      OutputColumn second = right.columns().get(i);
      ExpressionType type = common(name, first, second, operation, i);
      types.add(type);
      columns.add(new OutputColumn(first.name(), first.engineName(), type, 0, 0));
    }
    SetOperation node =
        new SetOperation(
            operation.getParserPosition(),
            operation.kind(),
            operation.all(),
            conversion.convert(left, types, PgCast.Context.IMPLICIT).node(),
            conversion.convert(right, types, PgCast.Context.IMPLICIT).node());
    return new AnalyzedQuery(asQuery(node), columns);
  }

  private AnalyzedQuery side(SqlNode side, Scope scope) {
    return analysis.queries.analyze(asQuery(side), scope, false);
  }

  private ExpressionType common(
      String name, OutputColumn left, OutputColumn right, SetOperation operation, int index) {
    if (left.type() == null || right.type() == null) {
      return null;
    }
    List<PgType> types = List.of(left.type().type(), right.type().type());
    PgType common = analysis.coercions.commonType(types);
    if (common == null) {
      throw Analysis.at(
          new PgException(
              SqlState.DATATYPE_MISMATCH,
              name
                  + " types "
                  + TypeNames.format(types.get(0))
                  + " and "
                  + TypeNames.format(types.get(1))
                  + " cannot be matched"),
          target(operation.right(), index));
    }
    if (!operation.all()) {
      SortableTypes.requireEquality(common, target(operation.left(), index));
    }
    boolean sameTypmod =
        left.type().typmod() == right.type().typmod() && types.get(0).equals(types.get(1));
    return ExpressionType.of(common, sameTypmod ? left.type().typmod() : -1)
        .withLevels(Math.max(left.type().levels(), right.type().levels()));
  }

  private static int firstTarget(SqlNode query) {
    return target(query, 0);
  }

  private static int target(SqlNode query, int index) {
    SqlNode body = query;
    while (body instanceof QueryNode node) {
      body = node.body();
    }
    if (body instanceof SetOperation operation) {
      return target(operation.left(), index);
    }
    if (body instanceof io.duckgres.transpiler.tree.SelectCore select
        && index < select.items().size()) {
      return Locations.leftmost(
          ((io.duckgres.transpiler.tree.SelectItem) select.items().get(index)).expression());
    }
    return Locations.leftmost(body);
  }

  /** A query without clauses around a body, or the query itself. */
  static QueryNode asQuery(SqlNode body) {
    return body instanceof QueryNode query
        ? query
        : new QueryNode(
            body.getParserPosition(),
            false,
            List.of(),
            body,
            List.of(),
            null,
            false,
            null,
            List.of());
  }

  /** Whether a column's type is still open. */
  static boolean isUnknown(ExpressionType type) {
    return type != null && type.type().equals(PgTypes.UNKNOWN);
  }
}
