package io.duckgres.transpiler.deparse;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.PgLiteral;

/** Constants: {@code get_const_expr}. */
final class ConstantText {
  private ConstantText() {}

  /**
   * @param showType -1 never to say the type, 0 where it is not plain, 1 always
   */
  static void write(PgLiteral constant, DeparseBuffer out, int showType) {
    PgType type = constant.expressionType().type();
    int typmod = constant.expressionType().typmod();
    if (constant.isNullValue()) {
      out.text("NULL");
      if (showType >= 0) {
        PgType shown = type.equals(PgTypes.UNKNOWN) ? PgTypes.TEXT : type;
        out.text("::").type(shown, typmod);
      }
      return;
    }
    boolean label = label(constant.text(), type, typmod);
    if (type.equals(PgTypes.BOOL)) {
      out.text(isTrue(constant.text()) ? "true" : "false");
    } else if (isNumber(type) && !quoted(constant.text(), type)) {
      out.text(constant.text());
    } else {
      out.text(literal(constant.text()));
    }
    if (showType >= 0 && (label || showType > 0)) {
      out.text("::").type(type, typmod);
    }
  }

  /** A string, with doubled quotes and, where it holds backslashes, the prefix E. */
  static String literal(String text) {
    String quoted = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'";
    return text.indexOf('\\') < 0 ? quoted : "E" + quoted;
  }

  private static boolean label(String text, PgType type, int typmod) {
    if (type.equals(PgTypes.BOOL) || type.equals(PgTypes.UNKNOWN)) {
      return false;
    }
    if (type.equals(PgTypes.INT4)) {
      return quoted(text, type);
    }
    if (type.equals(PgTypes.NUMERIC)) {
      return quoted(text, type) || typmod >= 0;
    }
    return true;
  }

  private static boolean isNumber(PgType type) {
    return type.equals(PgTypes.INT4) || type.equals(PgTypes.NUMERIC);
  }

  /** A number that would not be read as one of its type when it stood alone. */
  private static boolean quoted(String text, PgType type) {
    boolean digits = !text.isEmpty() && Character.isDigit(text.charAt(0));
    if (type.equals(PgTypes.INT4)) {
      return !digits;
    }
    boolean looksFractional = text.indexOf('.') >= 0 || text.indexOf('e') >= 0;
    return !digits || !looksFractional;
  }

  private static boolean isTrue(String text) {
    return text.equals("t") || text.equals("true");
  }
}
