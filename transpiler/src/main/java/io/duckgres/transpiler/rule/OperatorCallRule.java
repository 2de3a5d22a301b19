package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgOperator;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.pgtype.datetime.IntervalValue;
import io.duckgres.transpiler.tree.FloatArithmetic;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Operators, by the rows of the functions that carry them out. */
final class OperatorCallRule implements StructuralRule {
  private final EngineFunctions functions;

  OperatorCallRule(EngineFunctions functions) {
    this.functions = functions;
  }

  @Override
  public Class<? extends SqlNode> matches() {
    return OperatorCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    OperatorCall call = (OperatorCall) node;
    PgOperator operator = call.operator();
    if (operator == null) {
      return call;
    }
    FunctionRow row = FunctionRows.of(operator.signature());
    if (row == null || row.refuse() != null) {
      throw refused(operator, call);
    }
    List<SqlNode> operands =
        call.left() == null ? List.of(call.right()) : List.of(call.left(), call.right());
    if (row.text() != null && (isTextOnly(row) || wantsText(call, operands))) {
      return new TemplateCall(
          call.getParserPosition(),
          row.text(),
          NumericForms.toText(operands),
          NumericForms.textForm(call.expressionType()));
    }
    if (row.elements() != null) {
      return RangeElements.call(call, row.elements(), operands, call.expressionType());
    }
    if (row.checked() != null) {
      return floatArithmetic(call, row, operands);
    }
    if (row.sql() != null && row.output()) {
      return new TemplateCall(
          call.getParserPosition(),
          row.sql(),
          new OutputTexts(new CastRule(functions)).cast(operands),
          call.expressionType());
    }
    if (row.sql() != null && row.padded()) {
      return new TemplateCall(
          call.getParserPosition(), row.sql(), OutputTexts.padded(operands), call.expressionType());
    }
    if (row.same()) {
      return withNativeOperands(call);
    }
    if (isDivision(call) && isNonZero(call.right())) {
      return withNativeOperands(call);
    }
    return new TemplateCall(
        call.getParserPosition(),
        row.finite() != null && arePlain(operands) ? row.finite() : row.sql(),
        NumericForms.toNative(operands),
        call.expressionType());
  }

  /**
   * Whether intervals are finite constants, and of one unit if they are to be added to a timestamp
   * with a time zone.
   */
  private static boolean arePlain(List<SqlNode> operands) {
    boolean zoned =
        operands.stream().anyMatch(operand -> PgTypes.TIMESTAMPTZ.equals(Typed.typeOf(operand)));
    return operands.stream()
        .filter(operand -> PgTypes.INTERVAL.equals(Typed.typeOf(operand)))
        .allMatch(
            operand ->
                operand instanceof PgLiteral literal
                    && literal.text() != null
                    && isPlain(IntervalValue.ofEngineText(literal.text()), zoned));
  }

  private static boolean isPlain(IntervalValue value, boolean ofOneUnit) {
    int units =
        (value.months() == 0 ? 0 : 1) + (value.days() == 0 ? 0 : 1) + (value.micros() == 0 ? 0 : 1);
    return !value.isInfinite() && (!ofOneUnit || units <= 1);
  }

  /** The whole of nested arithmetic is checked at once, at its outermost operator. */
  private static SqlNode floatArithmetic(
      OperatorCall call, FunctionRow row, List<SqlNode> operands) {
    List<SqlNode> plain = new ArrayList<>();
    List<SqlNode> checked = new ArrayList<>();
    for (SqlNode operand : NumericForms.toNative(operands)) {
      boolean nested = operand instanceof FloatArithmetic;
      plain.add(nested ? ((FloatArithmetic) operand).plain() : operand);
      checked.add(nested ? ((FloatArithmetic) operand).checked() : operand);
    }
    SqlNode plainCall =
        new OperatorCall(
            call.getParserPosition(),
            call.schema(),
            call.symbol(),
            plain.get(0),
            plain.get(1),
            call.operator(),
            call.expressionType());
    SqlNode checkedCall =
        new TemplateCall(call.getParserPosition(), row.checked(), checked, call.expressionType());
    boolean product = call.symbol().equals("*") || call.symbol().equals("/");
    return new FloatArithmetic(
        call.getParserPosition(), plainCall, checkedCall, product, call.expressionType());
  }

  /** Wide columns compare as they are stored; arithmetic over them is done over text. */
  private static boolean wantsText(OperatorCall call, List<SqlNode> operands) {
    return call.expressionType().type().equals(PgTypes.NUMERIC)
        ? NumericForms.needsText(operands) || NumericLiteralRule.areLong(operands)
        : operands.stream().anyMatch(NumericForms::isText);
  }

  /** Whether the row says nothing about numerics of fixed scale. */
  static boolean isTextOnly(FunctionRow row) {
    return !row.same() && row.sql() == null && row.name() == null;
  }

  private static SqlNode withNativeOperands(OperatorCall call) {
    return call.mapChildren(operand -> SignificantCharacters.of(NumericForms.toNative(operand)));
  }

  /** Division by a constant needs no test of the divisor. */
  private static boolean isDivision(OperatorCall call) {
    boolean symbol = call.symbol().equals("/") || call.symbol().equals("%");
    return symbol
        && call.left() != null
        && call.expressionType().type().category() == 'N'
        && !List.of(PgTypes.NUMERIC, PgTypes.FLOAT4, PgTypes.FLOAT8, PgTypes.MONEY)
            .contains(call.expressionType().type());
  }

  private static boolean isNonZero(SqlNode divisor) {
    return divisor instanceof PgLiteral literal
        && literal.text() != null
        && literal.expressionType().type().category() == 'N'
        && !literal.text().equals("-1")
        && literal.text().chars().anyMatch(c -> c >= '1' && c <= '9');
  }

  static PgException refused(PgOperator operator, SqlNode at) {
    String left = operator.left() == null ? "" : TypeNames.format(operator.left()) + " ";
    PgException error =
        PgException.notSupported(
            "operator " + left + operator.name() + " " + TypeNames.format(operator.right()));
    return error.withPosition(Positions.start(at) + 1);
  }
}
