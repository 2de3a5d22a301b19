package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FieldCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.SubscriptCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** ARRAY[…], ROW(…), subscripts, slices and field selection. */
final class ConstructorAnalyzer {
  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;

  ConstructorAnalyzer(Analysis analysis, ExpressionAnalyzer expressions) {
    this.analysis = analysis;
    this.expressions = expressions;
  }

  SqlNode array(ArrayCall call, Place place) {
    if (call.elements().isEmpty()) {
      throw Analysis.at(
          new PgException(SqlState.INDETERMINATE_DATATYPE, "cannot determine type of empty array")
              .withHint("Explicitly cast to the desired type, for example ARRAY[]::integer[]."),
          call);
    }
    List<SqlNode> elements = expressions.analyzeAll(call.elements(), place);
    PgType common = analysis.conversion.commonType(elements, "ARRAY");
    if (common == null) {
      return new ArrayCall(call.getParserPosition(), elements, null);
    }
    List<SqlNode> converted = analysis.conversion.toType(elements, common, "ARRAY");
    PgType array =
        analysis.coercions.elementOf(common) != null && isNested(call)
            ? common
            : analysis.coercions.arrayOf(common);
    if (array == null) {
      throw Analysis.error(
          SqlState.UNDEFINED_OBJECT,
          "could not find array type for data type " + TypeNames.format(common),
          call);
    }
    return new ArrayCall(
        call.getParserPosition(), converted, Conversion.arrayType(array, converted, common));
  }

  /** Elements that are arrays make an array of more dimensions, not of another type. */
  private static boolean isNested(ArrayCall call) {
    return !call.elements().isEmpty();
  }

  SqlNode row(RowCall call, Place place) {
    // Unknown literals stay so: a composite type may type them.
    List<SqlNode> fields = new ArrayList<>();
    for (SqlNode field : call.fields()) {
      if (field instanceof SqlIdentifier star && star.isStar()) {
        ColumnLookup.star(star, place.scope()).forEach(column -> fields.add(column.expression()));
      } else {
        fields.add(expressions.analyze(field, place));
      }
    }
    return new RowCall(call.getParserPosition(), fields, ExpressionType.of(PgTypes.RECORD));
  }

  SqlNode subscript(SubscriptCall call, Place place) {
    List<SubscriptCall> chain = new ArrayList<>();
    SqlNode base = call;
    boolean slice = false;
    while (base instanceof SubscriptCall subscript) {
      chain.add(0, subscript);
      slice |= subscript.slice();
      base = subscript.base();
    }
    SqlNode container = expressions.analyze(base, place);
    PgType type = Typed.typeOf(container);
    PgType element = type == null ? null : analysis.coercions.elementOf(type);
    boolean jsonb = PgTypes.JSONB.equals(type);
    if (element == null && type != null && type.elementOid() != 0) {
      element = fixedElement(type, chain, slice);
    }
    if (type != null && element == null && !jsonb) {
      throw Analysis.error(
          SqlState.DATATYPE_MISMATCH,
          "cannot subscript type "
              + TypeNames.format(type)
              + " because it does not support subscripting",
          base);
    }
    if (jsonb && slice) {
      throw Analysis.error(
          SqlState.DATATYPE_MISMATCH, "jsonb subscript does not support slices", call);
    }
    PgType plain = element == null ? null : analysis.coercions.baseOf(element);
    PgType result = type == null ? null : jsonb ? type : slice ? type : plain;
    ExpressionType of = Typed.of(container);
    ExpressionType subscripted = null;
    if (result != null) {
      // An element has the modifier of its array.
      subscripted = slice && !jsonb ? of : ExpressionType.of(result, jsonb ? -1 : of.typmod());
    }
    SqlNode node = container;
    for (SubscriptCall subscript : chain) {
      node =
          new SubscriptCall(
              subscript.getParserPosition(),
              node,
              subscript.slice(),
              index(subscript.low(), type, place),
              index(subscript.high(), type, place),
              subscripted);
    }
    return node;
  }

  /** The element of a type of fixed length that is subscripted like an array: point, box … */
  private static PgType fixedElement(PgType type, List<SubscriptCall> chain, boolean slice) {
    if (slice) {
      throw new PgException(
          SqlState.FEATURE_NOT_SUPPORTED, "slices of fixed-length arrays not implemented");
    }
    if (chain.size() > 1) {
      throw PgException.notSupported("a chain of subscripts of type " + TypeNames.format(type));
    }
    return PgTypes.byOid(type.elementOid());
  }

  private SqlNode index(SqlNode index, PgType container, Place place) {
    if (index == null) {
      return null;
    }
    SqlNode analyzed = expressions.analyze(index, place);
    if (container == null || Typed.typeOf(analyzed) == null) {
      return analyzed;
    }
    if (container.equals(PgTypes.JSONB)) {
      return PgTypes.UNKNOWN.equals(Typed.typeOf(analyzed))
          ? analysis.conversion.convert(analyzed, PgTypes.TEXT)
          : analyzed;
    }
    SqlNode converted =
        analysis.conversion.tryConvert(analyzed, PgTypes.INT4, PgCast.Context.ASSIGNMENT);
    if (converted == null) {
      throw Analysis.error(
          SqlState.DATATYPE_MISMATCH, "array subscript must have type integer", index);
    }
    return converted;
  }

  SqlNode field(FieldCall call, Place place) {
    SqlNode base = expressions.analyze(call.base(), place);
    PgType type = Typed.typeOf(base);
    if (base instanceof ColumnRef row && !row.rowFields().isEmpty()) {
      return fieldOf(row, call);
    }
    ExpressionType fieldType = null;
    if (base instanceof FunctionCall function
        && function.proc() != null
        && function.proc().outputs().size() > 1) {
      fieldType = outputType(call, function.proc());
    } else if (type != null && !type.equals(PgTypes.RECORD)) {
      List<Attribute> fields = analysis.catalog.fieldsOf(analysis.coercions.baseOf(type));
      if (fields.isEmpty()) {
        throw Analysis.error(
            SqlState.WRONG_OBJECT_TYPE,
            "column notation ."
                + call.field()
                + " applied to type "
                + TypeNames.format(type)
                + ", which is not a composite type",
            call);
      }
      fieldType = fieldType(call, type, fields);
    }
    return new FieldCall(call.getParserPosition(), base, call.field(), fieldType);
  }

  private static ExpressionType outputType(FieldCall call, PgProc proc) {
    for (PgProc.Output output : proc.outputs()) {
      if (output.name().equals(call.field())) {
        return ExpressionType.of(output.type());
      }
    }
    throw Analysis.error(
        SqlState.UNDEFINED_COLUMN,
        "could not identify column \"" + call.field() + "\" in record data type",
        call.base());
  }

  /** A field of a FROM item's whole row is that item's column. */
  private static SqlNode fieldOf(ColumnRef row, FieldCall call) {
    for (ColumnRef.RowField field : row.rowFields()) {
      if (field.name().equals(call.field())) {
        return field.value();
      }
    }
    throw Analysis.error(
        SqlState.UNDEFINED_COLUMN,
        "column \"" + call.field() + "\" not found in data type " + Typed.typeOf(row).name(),
        call);
  }

  private static ExpressionType fieldType(FieldCall call, PgType type, List<Attribute> fields) {
    for (Attribute field : fields) {
      if (field.name().equals(call.field())) {
        return ExpressionType.ofValues(field);
      }
    }
    throw Analysis.error(
        SqlState.UNDEFINED_COLUMN,
        "column \"" + call.field() + "\" not found in data type " + type.name(),
        call);
  }
}
