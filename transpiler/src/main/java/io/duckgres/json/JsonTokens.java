package io.duckgres.json;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * The tokens of a JSON text.
 *
 * <p>Source: {@code src/common/jsonapi.c} (json_lex, json_lex_string, json_lex_number).
 */
final class JsonTokens {
  static final int END = -1;
  static final int STRING = 's';
  static final int NUMBER = '0';
  static final int WORD = 'w';

  private static final int MOST_CONTEXT = 50;

  /** Type of the current token: one of the constants or the character itself. */
  int type;

  int start;
  int end;

  /** A string's characters or a word. */
  String string;

  private final String text;
  private final boolean binary;

  /**
   * @param binary whether strings have to become text, which holds neither U+0000 nor lone
   *     surrogates
   */
  JsonTokens(String text, boolean binary) {
    this.text = text;
    this.binary = binary;
  }

  void next() {
    int at = end;
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    start = at;
    end = at;
    if (at == text.length()) {
      type = END;
      return;
    }
    char c = text.charAt(at);
    if ("{}[]:,".indexOf(c) >= 0) {
      type = c;
      end = at + 1;
    } else if (c == '"') {
      type = STRING;
      string();
    } else if (c == '-' || isDigit(c)) {
      type = NUMBER;
      number();
    } else {
      type = WORD;
      word();
    }
  }

  private void word() {
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    if (end == start) {
      end += Character.charCount(text.codePointAt(start));
      throw invalidToken();
    }
    string = text.substring(start, end);
    if (!string.equals("true") && !string.equals("false") && !string.equals("null")) {
      throw invalidToken();
    }
  }

  private void number() {
    int at = peek(start) == '-' ? start + 1 : start;
    boolean valid = true;
    if (peek(at) == '0') {
      at++;
    } else if (isDigit(peek(at))) {
      at = digits(at);
    } else {
      valid = false;
    }
    if (peek(at) == '.') {
      valid &= isDigit(peek(at + 1));
      at = digits(at + 1);
    }
    if (peek(at) == 'e' || peek(at) == 'E') {
      at++;
      if (peek(at) == '+' || peek(at) == '-') {
        at++;
      }
      valid &= isDigit(peek(at));
      at = digits(at);
    }
    int stop = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    end = at;
    if (!valid || at > stop) {
      throw invalidToken();
    }
  }

  private int digits(int from) {
    int at = from;
    while (isDigit(peek(at))) {
      at++;
    }
    return at;
  }

  private void string() {
    StringBuilder value = new StringBuilder();
    int at = start + 1;
    while (true) {
      if (at >= text.length()) {
        end = at;
        throw invalidToken();
      }
      char c = text.charAt(at);
      if (c == '"') {
        break;
      }
      if (c < ' ') {
        end = at;
        throw error("Character with value 0x%02x must be escaped.".formatted((int) c));
      }
      if (c != '\\') {
        requireNoHighSurrogate(value, at, false);
        value.append(c);
        at++;
        continue;
      }
      at = escape(value, at + 1);
    }
    end = at + 1;
    requireNoHighSurrogate(value, at, false);
    string = value.toString();
  }

  private int escape(StringBuilder value, int at) {
    if (at >= text.length()) {
      end = at;
      throw invalidToken();
    }
    char c = text.charAt(at);
    if (c == 'u') {
      return unicode(value, at + 1);
    }
    requireNoHighSurrogate(value, at, false);
    int known = "\"\\/bfnrt".indexOf(c);
    if (known < 0) {
      end = at + Character.charCount(text.codePointAt(at));
      throw error("Escape sequence \"\\" + text.substring(at, end) + "\" is invalid.");
    }
    value.append("\"\\/\b\f\n\r\t".charAt(known));
    return at + 1;
  }

  private int unicode(StringBuilder value, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0 || text.charAt(i) > 'f') {
        end = Math.min(i + 1, text.length());
        throw error("\"\\u\" must be followed by four hexadecimal digits.");
      }
      code = code * 16 + digit;
    }
    end = from + 4;
    if (binary && code == 0) {
      throw new PgException(
              SqlState.UNTRANSLATABLE_CHARACTER, "unsupported Unicode escape sequence")
          .withDetail("\\u0000 cannot be converted to text.")
          .withWhere(context());
    }
    boolean low = Character.isLowSurrogate((char) code);
    requireNoHighSurrogate(value, from + 3, low);
    if (binary && low && !endsHigh(value)) {
      throw error("Unicode low surrogate must follow a high surrogate.");
    }
    if (binary && Character.isHighSurrogate((char) code) && endsHigh(value)) {
      throw error("Unicode high surrogate must not follow a high surrogate.");
    }
    value.append((char) code);
    return from + 4;
  }

  private static boolean endsHigh(StringBuilder value) {
    return value.length() > 0 && Character.isHighSurrogate(value.charAt(value.length() - 1));
  }

  /** A high surrogate by escape must be followed by a low one; {@code low} says that it is. */
  private void requireNoHighSurrogate(StringBuilder value, int at, boolean low) {
    if (binary && !low && endsHigh(value) && !isLow(at)) {
      end = Math.max(end, Math.min(at + 1, text.length()));
      throw error("Unicode low surrogate must follow a high surrogate.");
    }
  }

  private boolean isLow(int at) {
    return at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c >= 0x80;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private char peek(int at) {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private PgException invalidToken() {
    return error("Token \"" + text.substring(start, end) + "\" is invalid.");
  }

  /** The error of a token where another was expected. */
  PgException expected(String what) {
    if (type == END) {
      return error("The input string ended unexpectedly.");
    }
    return error("Expected " + what + ", but found \"" + text.substring(start, end) + "\".");
  }

  private PgException error(String detail) {
    return new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type json")
        .withDetail(detail)
        .withWhere(context());
  }

  private String context() {
    int lineStart = text.lastIndexOf('\n', Math.max(0, end - 1));
    lineStart = end == 0 ? 0 : lineStart + 1;
    long line = 1 + text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    int from = Math.max(lineStart, end - MOST_CONTEXT + 1);
    String prefix = from > lineStart ? "..." : "";
    boolean more =
        type != END && end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r';
    return "JSON data, line "
        + line
        + ": "
        + prefix
        + text.substring(from, end)
        + (more ? "..." : "");
  }
}
