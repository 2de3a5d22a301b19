package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.SubscriptCall;
import io.duckgres.transpiler.tree.TargetColumn;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Assigning to an element of a jsonb value or of an array: the column gets a value that differs in
 * that element.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonbsubs.c}, {@code arraysubs.c} and {@code
 * arrayfuncs.c} (array_set_element, array_set_slice).
 */
final class ElementAssignment {
  private static final Template JSONB =
      Template.parse("pg_jsonb_assign({0}, CAST(to_json([{2*}]) AS VARCHAR), {1})");
  private static final Template TEXT = Template.parse("CAST({0} AS VARCHAR)");

  private final Analysis analysis;
  private final Place place;

  ElementAssignment(Analysis analysis, Place place) {
    this.analysis = analysis;
    this.place = place;
  }

  /**
   * @param base the column's value, typed
   * @param value the element's new value, typed
   */
  SqlNode of(TargetColumn target, Attribute column, SqlNode base, SqlNode value) {
    List<SubscriptCall> subscripts = new ArrayList<>();
    for (SqlNode step : target.path()) {
      if (!(step instanceof SubscriptCall subscript)) {
        throw Analysis.at(PgException.notSupported("assigning to a field of a column"), target);
      }
      subscripts.add(subscript);
    }
    PgType type = column.type();
    if (PgTypes.JSONB.equals(type)) {
      return jsonb(subscripts, target, base, value);
    }
    PgType element = type == null ? null : analysis.coercions.elementOf(type);
    if (element == null) {
      throw Analysis.error(
          SqlState.DATATYPE_MISMATCH,
          "cannot subscript type "
              + (type == null ? "unknown" : TypeNames.format(type))
              + " because it does not support subscripting",
          target);
    }
    boolean slice = subscripts.stream().anyMatch(SubscriptCall::slice);
    SqlNode converted = converted(value, slice ? type : element, target);
    ArrayAssignment assignment = new ArrayAssignment(base, this::index);
    return slice
        ? assignment.slice(subscripts, converted)
        : assignment.element(subscripts, StoredValue.of(converted));
  }

  private SqlNode index(SqlNode node) {
    SqlNode index = analysis.expressions.analyze(node, place);
    SqlNode converted =
        analysis.conversion.tryConvert(index, PgTypes.INT4, PgCast.Context.ASSIGNMENT);
    if (converted == null) {
      throw Analysis.error(
          SqlState.DATATYPE_MISMATCH, "array subscript must have type integer", node);
    }
    return converted;
  }

  private SqlNode converted(SqlNode value, PgType wanted, TargetColumn target) {
    SqlNode converted = analysis.conversion.tryConvert(value, wanted, PgCast.Context.ASSIGNMENT);
    if (converted == null) {
      throw Analysis.at(
          new PgException(
                  SqlState.DATATYPE_MISMATCH,
                  "subscripted assignment to \""
                      + target.name()
                      + "\" requires type "
                      + TypeNames.format(wanted)
                      + " but expression is of type "
                      + TypeNames.format(Typed.typeOf(value)))
              .withHint("You will need to rewrite or cast the expression."),
          Locations.leftmost(value));
    }
    return converted;
  }

  private SqlNode jsonb(
      List<SubscriptCall> subscripts, TargetColumn target, SqlNode base, SqlNode value) {
    List<SqlNode> operands = new ArrayList<>();
    operands.add(base);
    operands.add(converted(value, PgTypes.JSONB, target));
    for (SubscriptCall subscript : subscripts) {
      if (subscript.slice()) {
        throw Analysis.error(
            SqlState.DATATYPE_MISMATCH, "jsonb subscript does not support slices", subscript);
      }
      SqlNode step =
          analysis.conversion.resolveUnknown(analysis.expressions.analyze(subscript.low(), place));
      operands.add(call(TEXT, ExpressionType.of(PgTypes.TEXT), step));
    }
    return new TemplateCall(
        target.getParserPosition(), JSONB, operands, ExpressionType.of(PgTypes.JSONB));
  }

  private static SqlNode call(Template template, ExpressionType type, SqlNode... operands) {
    return new TemplateCall(operands[0].getParserPosition(), template, List.of(operands), type);
  }
}
