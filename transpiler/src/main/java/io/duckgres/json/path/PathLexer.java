package io.duckgres.json.path;

import io.duckgres.json.path.PathToken.Kind;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigInteger;

/**
 * Splits a path into tokens.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonpath_scan.l}.
 */
final class PathLexer {
  private static final String SPECIAL = "?%$.[]{}()|&!=<>@#,*:-+/";

  private final String text;
  private int at;

  PathLexer(String text) {
    this.text = text;
  }

  PathToken next() {
    skipBlanks();
    int start = at;
    if (at >= text.length()) {
      return new PathToken(Kind.END, "", "");
    }
    char c = text.charAt(at);
    if (c == '"') {
      return token(Kind.STRING, quoted(), start);
    }
    if (c == '$' && at + 1 < text.length() && isVariableStart(text.charAt(at + 1))) {
      at++;
      String name = text.charAt(at) == '"' ? quoted() : word();
      return token(Kind.VARIABLE, name, start);
    }
    if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
      return number(start);
    }
    if (SPECIAL.indexOf(c) >= 0) {
      return operator(start);
    }
    return token(Kind.NAME, word(), start);
  }

  private PathToken token(Kind kind, String value, int start) {
    return new PathToken(kind, value, text.substring(start, at));
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (isBlank(text.charAt(at))) {
        at++;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw new PgException(
              SqlState.SYNTAX_ERROR, "unexpected end of comment at end of jsonpath input");
        }
        at = end + 2;
      } else {
        return;
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isVariableStart(char c) {
    return c == '"' || !isBlank(c) && SPECIAL.indexOf(c) < 0;
  }

  private PathToken operator(int start) {
    for (String two : new String[] {"&&", "||", "**", "<=", ">=", "==", "!=", "<>"}) {
      if (text.startsWith(two, at)) {
        at += 2;
        return token(Kind.OPERATOR, two.equals("<>") ? "!=" : two, start);
      }
    }
    at++;
    return token(Kind.OPERATOR, text.substring(start, at), start);
  }

  /** A name, in which a backslash begins an escape. */
  private String word() {
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isBlank(c) || c == '"' || SPECIAL.indexOf(c) >= 0) {
        break;
      }
      if (c == '\\') {
        escape(out);
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private String quoted() {
    StringBuilder out = new StringBuilder();
    at++;
    while (true) {
      if (at >= text.length()) {
        throw new PgException(
            SqlState.SYNTAX_ERROR, "unterminated quoted string at end of jsonpath input");
      }
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return out.toString();
      }
      if (c == '\\') {
        escape(out);
      } else {
        out.append(c);
        at++;
      }
    }
  }

  private void escape(StringBuilder out) {
    if (at + 1 >= text.length()) {
      throw new PgException(
          SqlState.SYNTAX_ERROR, "unexpected end after backslash at end of jsonpath input");
    }
    char c = text.charAt(at + 1);
    at += 2;
    switch (c) {
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'v' -> out.append('\u000b');
      case 'x' -> out.appendCodePoint(hexadecimal(2));
      case 'u' -> out.append(unicode());
      default -> out.append(c);
    }
  }

  private String unicode() {
    int code;
    if (at < text.length() && text.charAt(at) == '{') {
      int end = text.indexOf('}', at);
      int digits = end - at - 1;
      if (end < 0 || digits < 1 || digits > 6) {
        throw invalidEscape("invalid Unicode escape sequence");
      }
      at++;
      code = hexadecimal(digits);
      at++;
    } else {
      code = hexadecimal(4);
    }
    if (code == 0) {
      throw new PgException(
          SqlState.UNTRANSLATABLE_CHARACTER, "unsupported Unicode escape sequence");
    }
    return code > 0xFFFF ? new String(Character.toChars(code)) : String.valueOf((char) code);
  }

  private int hexadecimal(int digits) {
    if (at + digits <= text.length()) {
      try {
        int code = Integer.parseInt(text.substring(at, at + digits), 16);
        at += digits;
        return code;
      } catch (NumberFormatException e) {
        // Told below.
      }
    }
    throw invalidEscape("invalid Unicode escape sequence");
  }

  private PgException invalidEscape(String message) {
    return new PgException(SqlState.SYNTAX_ERROR, message + " at or near \"\\\" of jsonpath input");
  }

  private PathToken number(int start) {
    char second = at + 1 < text.length() ? Character.toLowerCase(text.charAt(at + 1)) : ' ';
    if (text.charAt(at) == '0' && "xob".indexOf(second) >= 0) {
      return radix(start, second == 'x' ? 16 : second == 'o' ? 8 : 2);
    }
    boolean whole = true;
    digits();
    boolean leadingZero = text.charAt(start) == '0' && at - start > 1;
    if (at < text.length() && text.charAt(at) == '.') {
      whole = false;
      at++;
      digits();
    }
    if (at < text.length() && Character.toLowerCase(text.charAt(at)) == 'e') {
      whole = false;
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int before = at;
      digits();
      if (at == before) {
        throw junk(start, "invalid numeric literal");
      }
    }
    if (leadingZero || at < text.length() && isNameCharacter(text.charAt(at))) {
      at = Math.min(at + 1, text.length());
      throw junk(start, "trailing junk after numeric literal");
    }
    String digits = text.substring(start, at).replace("_", "");
    return token(whole ? Kind.INTEGER : Kind.NUMBER, digits, start);
  }

  private PathToken radix(int start, int radix) {
    at += 2;
    int from = at;
    while (at < text.length()
        && (Character.digit(text.charAt(at), radix) >= 0 || text.charAt(at) == '_')) {
      at++;
    }
    if (at == from || at < text.length() && isNameCharacter(text.charAt(at))) {
      at = Math.min(at + 1, text.length());
      throw junk(start, "trailing junk after numeric literal");
    }
    BigInteger value = new BigInteger(text.substring(from, at).replace("_", ""), radix);
    return token(Kind.INTEGER, value.toString(), start);
  }

  private PgException junk(int start, String what) {
    return new PgException(
        SqlState.SYNTAX_ERROR,
        what + " at or near \"" + text.substring(start, at) + "\" of jsonpath input");
  }

  private static boolean isNameCharacter(char c) {
    return !isBlank(c) && c != '"' && SPECIAL.indexOf(c) < 0;
  }

  private void digits() {
    while (at < text.length()
        && (isDigit(text.charAt(at))
            || text.charAt(at) == '_' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      at++;
    }
  }
}
