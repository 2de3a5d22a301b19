package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * What a user's function has to give, and how the rows of its body become that.
 *
 * <p>Source: {@code src/backend/executor/functions.c} (check_sql_fn_retval).
 *
 * @param inside the analysis of the body
 * @param result the type of the result, no polymorphic one
 */
record RoutineResult(Analysis analysis, Analysis inside, Routine routine, PgType result) {
  List<Attribute> fields() {
    return analysis.catalog.fieldsOf(analysis.coercions.baseOf(result));
  }

  /** The columns of the result; null when the body's are taken as they are. */
  List<OutputColumn> wanted(AnalyzedQuery query) {
    if (result.equals(PgTypes.VOID)) {
      return null;
    }
    List<OutputColumn> wanted = new ArrayList<>();
    List<PgProc.Output> outputs = routine.proc().outputs();
    if (!outputs.isEmpty()) {
      for (PgProc.Output output : outputs) {
        PgType type = outputs.size() == 1 ? result : output.type();
        wanted.add(column(output.name(), type, -1));
      }
      return wanted;
    }
    if (result.equals(PgTypes.RECORD)) {
      return null;
    }
    List<Attribute> fields = fields();
    if (fields.isEmpty() || isRowOf(query)) {
      wanted.add(column(routine.name(), result, -1));
      return wanted;
    }
    fields.forEach(field -> wanted.add(column(field.name(), field.type(), field.typmod())));
    return wanted;
  }

  boolean isRowOf(AnalyzedQuery query) {
    ExpressionType first = query.columns().get(0).type();
    return query.columns().size() == 1 && first != null && first.type().equals(result);
  }

  static OutputColumn column(String name, PgType type, int typmod) {
    return new OutputColumn(name, name, ExpressionType.of(type, typmod), 0, 0);
  }

  AnalyzedQuery typed(AnalyzedQuery query) {
    List<OutputColumn> wanted = wanted(query);
    if (wanted == null) {
      return query;
    }
    int given = query.columns().size();
    if (given != wanted.size()) {
      throw mismatch(
          wanted.size() == 1 && fields().isEmpty()
              ? "Final statement must return exactly one column."
              : given < wanted.size()
                  ? "Final statement returns too few columns."
                  : "Final statement returns too many columns.");
    }
    if (isRowOf(query) && !fields().isEmpty()) {
      return query;
    }
    AnalyzedQuery converted =
        new ColumnConversion(inside).map(query, (node, i) -> converted(node, wanted, i));
    return RoutineRows.renamed(converted, wanted);
  }

  private SqlNode converted(SqlNode node, List<OutputColumn> wanted, int column) {
    ExpressionType source = Typed.of(node);
    ExpressionType target = wanted.get(column).type();
    if (source == null || source.type().equals(target.type()) && target.typmod() < 0) {
      return node;
    }
    SqlNode converted = inside.conversion.tryConvert(node, target, PgCast.Context.ASSIGNMENT);
    if (converted == null) {
      String actual = TypeNames.format(source.type());
      throw mismatch(
          wanted.size() == 1
              ? "Actual return type is " + actual + "."
              : "Final statement returns "
                  + actual
                  + " instead of "
                  + TypeNames.format(target.type())
                  + " at column "
                  + (column + 1)
                  + ".");
    }
    return converted;
  }

  PgException mismatch(String detail) {
    return new PgException(
            SqlState.INVALID_FUNCTION_DEFINITION,
            "return type mismatch in function declared to return " + TypeNames.format(result))
        .withDetail(detail);
  }

  SqlNode row(List<SqlNode> values) {
    boolean composite = result.equals(PgTypes.RECORD) || !fields().isEmpty();
    PgType first = Typed.typeOf(values.get(0));
    return composite && !(values.size() == 1 && result.equals(first))
        ? new RowCall(
            SqlParserPos.ZERO, values, fieldNames(values.size()), ExpressionType.of(result))
        : values.get(0);
  }

  private List<String> fieldNames(int count) {
    List<String> names = new ArrayList<>();
    routine.proc().outputs().forEach(output -> names.add(output.name()));
    if (names.isEmpty()) {
      fields().forEach(field -> names.add(field.name()));
    }
    boolean named = names.size() == count && names.stream().noneMatch(String::isEmpty);
    return named ? names : List.of();
  }
}
