package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Values of type bpchar without a length keep their trailing blanks when they are shown, but
 * comparisons and casts to text take no notice of them. Values with a length are kept without.
 */
final class SignificantCharacters {
  private static final Template TRIMMED = Template.parse("rtrim({0}, ' ')");

  private SignificantCharacters() {}

  /** The value without trailing blanks; the same where it has none. */
  static SqlNode of(SqlNode value) {
    ExpressionType type = Typed.of(value);
    if (type == null || !type.type().equals(PgTypes.BPCHAR) || type.typmod() >= 0) {
      return value;
    }
    if (value instanceof PgLiteral literal && literal.text() != null) {
      return literal.text().endsWith(" ")
          ? new PgLiteral(literal.getParserPosition(), trimmed(literal.text()), type)
          : literal;
    }
    return value instanceof CastCall
        ? new TemplateCall(value.getParserPosition(), TRIMMED, List.of(value), type)
        : value;
  }

  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }
}
