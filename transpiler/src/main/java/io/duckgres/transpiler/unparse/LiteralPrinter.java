package io.duckgres.transpiler.unparse;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import java.math.BigDecimal;

/** Constants in DuckDB SQL: each of exactly the type that the analysis gave it. */
final class LiteralPrinter {
  private static final String SMALLEST_INTEGER = Integer.toString(Integer.MIN_VALUE);

  private LiteralPrinter() {}

  static String print(PgLiteral literal) {
    ExpressionType type = literal.expressionType();
    String text = literal.text();
    if (text == null) {
      return isUntyped(type.type()) ? "NULL" : cast("NULL", type);
    }
    PgType pgType = type.type();
    if (pgType.equals(PgTypes.BOOL)) {
      return text;
    }
    if (pgType.equals(PgTypes.INT4)) {
      // The engine reads this one as the negative of a BIGINT.
      return text.equals(SMALLEST_INTEGER) ? cast(text, type) : text;
    }
    if (pgType.equals(PgTypes.INT8) || pgType.equals(PgTypes.INT2)) {
      return cast(text, type);
    }
    if (pgType.equals(PgTypes.NUMERIC)) {
      return numeric(text, type);
    }
    if (isText(pgType)) {
      return Identifiers.literal(text);
    }
    if (pgType.equals(PgTypes.BYTEA)) {
      return bytea(text);
    }
    return cast(Identifiers.literal(text), type);
  }

  /** Whether the text needs parentheses as an operand: a negative number. */
  static boolean isNegative(PgLiteral literal) {
    return literal.text() != null
        && literal.text().startsWith("-")
        && literal.expressionType().type().category() == 'N';
  }

  private static boolean isUntyped(PgType type) {
    return type.equals(PgTypes.UNKNOWN) || type.isPseudo();
  }

  private static boolean isText(PgType type) {
    return type.equals(PgTypes.UNKNOWN) || "VARCHAR".equals(DuckDbTypes.storageOf(type, -1));
  }

  private static String numeric(String text, ExpressionType type) {
    String plain = NumberInput.numeric(text);
    if (!Character.isDigit(plain.charAt(plain.length() - 1))) {
      throw PgException.notSupported("numeric " + plain);
    }
    BigDecimal value = new BigDecimal(plain);
    int precision = Math.max(value.precision(), value.scale());
    if (precision > DuckDbTypes.MAX_DECIMAL_PRECISION) {
      throw new PgException(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
          "numeric constants of more than 38 digits are not supported");
    }
    if (type.typmod() >= 0) {
      return cast(Identifiers.literal(plain), type);
    }
    return value.scale() > 0 && precision < DuckDbTypes.MAX_DECIMAL_PRECISION
        ? plain
        : "CAST('" + plain + "' AS DECIMAL(" + precision + "," + value.scale() + "))";
  }

  private static String bytea(String text) {
    StringBuilder out = new StringBuilder("'");
    for (int i = 2; i + 1 < text.length(); i += 2) {
      out.append("\\x").append(text, i, i + 2);
    }
    return out.append("'::BLOB").toString();
  }

  private static String cast(String value, ExpressionType type) {
    return "CAST(" + value + " AS " + EngineTypeNames.of(type) + ")";
  }
}
