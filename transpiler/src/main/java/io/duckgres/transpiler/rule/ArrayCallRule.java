package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Functions of arrays that depend on the elements' type or on the number of dimensions. */
final class ArrayCallRule implements StructuralRule {
  private static final Template VECTOR_SUBSCRIPTS =
      Template.parse(
          "unnest(CASE WHEN {1} = 1 THEN CAST(range(0, len({0})) AS INTEGER[]) ELSE [] END)");
  private static final Template VECTOR_LOWER =
      Template.parse("CASE WHEN {1} = 1 AND len({0}) > 0 THEN 0 END");
  private static final Template VECTOR_UPPER =
      Template.parse("CASE WHEN {1} = 1 AND len({0}) > 0 THEN CAST(len({0}) - 1 AS INTEGER) END");
  private static final Template UNNEST = Template.parse("unnest({0}, recursive := true)");

  @Override
  public Class<? extends SqlNode> matches() {
    return FunctionCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    FunctionCall call = (FunctionCall) node;
    if (call.proc() == null) {
      return call;
    }
    return switch (call.proc().signature()) {
      case "unnest(anyarray)" -> unnest(call);
      case "generate_subscripts(anyarray,int4)" -> ofVector(call, VECTOR_SUBSCRIPTS);
      case "array_lower(anyarray,int4)" -> ofVector(call, VECTOR_LOWER);
      case "array_upper(anyarray,int4)" -> ofVector(call, VECTOR_UPPER);
      case "array_to_string(anyarray,text)", "array_to_string(anyarray,text,text)" ->
          JsonValues.joined(
              call.arguments().get(0),
              Typed.typeOf(call.arguments().get(0)),
              call.arguments().subList(1, call.arguments().size()));
      case "array_fill(anyelement,_int4)", "array_fill(anyelement,_int4,_int4)" -> fill(call);
      case "array_cat(anycompatiblearray,anycompatiblearray)" -> joined(call);
      default -> NestedArrays.call(call);
    };
  }

  private static boolean areOnes(SqlNode bounds) {
    SqlNode inner = bounds;
    while (inner instanceof CastCall cast) {
      inner = cast.operand();
    }
    return inner instanceof ArrayCall array
        && array.elements().stream()
            .allMatch(bound -> bound instanceof PgLiteral one && "1".equals(one.text()));
  }

  private static SqlNode joined(FunctionCall call) {
    SqlNode joined =
        ArrayJoins.of(
            call, call.expressionType(), call.arguments().get(0), call.arguments().get(1));
    return joined == null ? call : joined;
  }

  /** Subscripts of int2vector and oidvector begin at 0. */
  private static SqlNode ofVector(FunctionCall call, Template template) {
    SqlNode argument = call.arguments().get(0);
    while (argument instanceof CastCall cast && cast.implicit()) {
      argument = cast.operand();
    }
    PgType type = Typed.typeOf(argument);
    boolean vector = PgTypes.INT2VECTOR.equals(type) || PgTypes.OIDVECTOR.equals(type);
    return vector
        ? new TemplateCall(
            call.getParserPosition(), template, call.arguments(), call.expressionType())
        : NestedArrays.call(call);
  }

  /** All dimensions at once; a record's fields stay together. */
  private static SqlNode unnest(FunctionCall call) {
    SqlNode texts = texts(call.arguments().get(0));
    if (texts != null) {
      int dimensions = ArrayShapes.dimensions(texts);
      return new TemplateCall(
          call.getParserPosition(),
          Template.parse("unnest(" + ArrayShapes.flat("{0}", dimensions) + ")"),
          List.of(texts),
          NumericForms.textForm(call.expressionType()));
    }
    PgType element = call.expressionType().type();
    boolean scalar = element.category() != 'C' && !element.isPseudo();
    return scalar
        ? new TemplateCall(
            call.getParserPosition(), UNNEST, call.arguments(), call.expressionType())
        : NestedArrays.call(call);
  }

  /** Numerics that keep their own numbers of decimals; null for anything else. */
  private static SqlNode texts(SqlNode array) {
    SqlNode constants = ShownNumerics.constants(array);
    return constants == null ? ShownNumerics.parameter(array) : constants;
  }

  private static SqlNode fill(FunctionCall call) {
    if (call.arguments().size() > 2 && !areOnes(call.arguments().get(2))) {
      throw PgException.notSupported("array_fill with lower bounds other than 1")
          .withPosition(Positions.start(call) + 1);
    }
    SqlNode dimensions = call.arguments().get(1);
    while (dimensions instanceof CastCall cast) {
      dimensions = cast.operand();
    }
    if (!(dimensions instanceof ArrayCall array) || array.elements().isEmpty()) {
      throw PgException.notSupported("array_fill with dimensions that are not written out")
          .withPosition(Positions.start(call) + 1);
    }
    String text = "{0}";
    List<SqlNode> operands = new ArrayList<>();
    operands.add(call.arguments().get(0));
    operands.addAll(array.elements());
    for (int i = array.elements().size(); i >= 1; i--) {
      text = "list_transform(range(0, {" + i + "}), lambda place_" + i + ": " + text + ")";
    }
    return new TemplateCall(
        call.getParserPosition(), Template.parse(text), operands, call.expressionType());
  }
}
