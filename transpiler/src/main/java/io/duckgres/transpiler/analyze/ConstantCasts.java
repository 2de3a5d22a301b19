package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;

/** Casts of constants that are the same constant with another type. */
final class ConstantCasts {
  private ConstantCasts() {}

  /** Whether the constant has the same text in the other type: NULL, or an integer that fits. */
  static boolean applies(PgLiteral literal, PgType target) {
    if (literal.isNullValue()) {
      return true;
    }
    PgType source = literal.expressionType().type();
    if (source.equals(PgTypes.NUMERIC)) {
      return target.equals(PgTypes.FLOAT8);
    }
    boolean integer = source.equals(PgTypes.INT4) || source.equals(PgTypes.INT8);
    if (!integer) {
      return false;
    }
    if (target.equals(PgTypes.NUMERIC) || target.equals(PgTypes.INT8)) {
      return true;
    }
    long value = Long.parseLong(literal.text());
    if (target.equals(PgTypes.INT2)) {
      return value == (short) value;
    }
    return target.equals(PgTypes.OID) && value >= 0 && value <= 0xFFFFFFFFL
        || target.equals(PgTypes.FLOAT8) && Math.abs(value) < 1L << 53;
  }

  static PgLiteral convert(PgLiteral literal, PgType target) {
    if (target.equals(PgTypes.FLOAT8) && literal.text() != null) {
      String text = NumberInput.floating(literal.text(), target);
      return new PgLiteral(literal.getParserPosition(), text, ExpressionType.of(target));
    }
    return literal.typed(ExpressionType.of(target));
  }
}
