package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Numeric constants that no DECIMAL holds: NaN, the infinities and those of more than 38 digits.
 * They are text, which is computed over exactly.
 */
final class NumericLiteralRule implements StructuralRule {
  private static final int MOST_DIGITS = 38;
  private static final int MOST_PRODUCT_DIGITS = 18;
  private static final Template TEXT = Template.parse("{0}");

  @Override
  public Class<? extends SqlNode> matches() {
    return PgLiteral.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    PgLiteral literal = (PgLiteral) node;
    ExpressionType type = literal.expressionType();
    if (literal.text() == null || type == null || !type.type().equals(PgTypes.NUMERIC)) {
      return literal;
    }
    String plain = NumberInput.numeric(literal.text());
    if (fits(plain)) {
      return literal;
    }
    PgLiteral text =
        new PgLiteral(literal.getParserPosition(), plain, ExpressionType.of(PgTypes.TEXT));
    return new TemplateCall(
        literal.getParserPosition(), TEXT, List.of(text), type.in(EngineForm.NUMERIC_TEXT));
  }

  /** Refuses a constant that this rule made text where only a DECIMAL serves. */
  static void requireStorable(SqlNode node) {
    if (node instanceof TemplateCall call
        && call.template() == TEXT
        && call.operands().get(0) instanceof PgLiteral literal) {
      String text = literal.text();
      throw (Character.isDigit(text.charAt(text.length() - 1))
              ? PgException.notSupported("a numeric of more than 38 digits")
              : PgException.notSupported("numeric " + text))
          .withPosition(Positions.start(node) + 1);
    }
  }

  /** Whether it is a constant that this rule made text. */
  static boolean isSpecial(SqlNode node) {
    return node instanceof TemplateCall call
        && call.template() == TEXT
        && call.operands().get(0) instanceof PgLiteral;
  }

  /** Whether all are constants with more digits than the engine's product of two may have. */
  static boolean areLong(List<SqlNode> operands) {
    int digits = 0;
    for (SqlNode operand : operands) {
      if (!(operand instanceof PgLiteral literal)
          || literal.text() == null
          || !PgTypes.NUMERIC.equals(literal.expressionType().type())) {
        return false;
      }
      BigDecimal value = new BigDecimal(NumberInput.numeric(literal.text()));
      digits += Math.max(literal.text().length(), value.precision() - Math.min(0, value.scale()));
    }
    return digits > MOST_PRODUCT_DIGITS;
  }

  private static boolean fits(String plain) {
    if (!Character.isDigit(plain.charAt(plain.length() - 1))) {
      return false;
    }
    BigDecimal value = new BigDecimal(plain);
    return Math.max(value.precision(), value.scale()) <= MOST_DIGITS;
  }
}
