package io.duckgres.grammar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Literals with backslash escapes: E'' (manual: "String Constants with C-Style Escapes"). */
final class EscapeStringScanner {
  private static final String UNICODE_HINT = "Unicode escapes must be \\uXXXX or \\UXXXXXXXX.";

  private final String text;
  private final int start;
  private final StringBuilder value = new StringBuilder();

  /**
   * Set once an escape gave a byte outside ASCII or a zero: from then on bytes count, not
   * characters.
   */
  private ByteArrayOutputStream bytes;

  private SyntaxError error;
  private char highSurrogate;
  private int at;

  private EscapeStringScanner(String text, int start) {
    this.text = text;
    this.start = start;
    this.at = start + 2;
  }

  static PostgresToken scan(String text, int start) {
    return new EscapeStringScanner(text, start).scan();
  }

  private PostgresToken scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (highSurrogate != 0 && !text.startsWith("\\u", at) && !text.startsWith("\\U", at)) {
        fail(LexicalErrors.nearError(text, at, at + 1, "invalid Unicode surrogate pair"));
      }
      if (c == '\\' && at + 1 < text.length()) {
        escape();
      } else if (c == '\\') {
        at++;
      } else if (c != '\'') {
        append(c);
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '\'') {
        append(c);
        at += 2;
      } else {
        int resume = StringScanner.continuation(text, at + 1);
        if (resume < 0) {
          return token(at);
        }
        at = resume;
      }
    }
    String message =
        highSurrogate != 0 ? "invalid Unicode surrogate pair" : "unterminated quoted string";
    int from = highSurrogate != 0 ? text.length() : start;
    fail(LexicalErrors.nearError(text, from, text.length(), message));
    return LexicalErrors.token(text, start, text.length(), error);
  }

  private PostgresToken token(int stop) {
    String content = value.toString();
    if (bytes != null) {
      flush();
      byte[] encoded = bytes.toByteArray();
      fail(Utf8.validate(encoded));
      content = new String(encoded, StandardCharsets.UTF_8);
    }
    return error != null
        ? LexicalErrors.token(text, start, stop + 1, error)
        : new PostgresToken(PostgresParser.SCONST, text, start, stop, content);
  }

  private void escape() {
    char c = text.charAt(at + 1);
    if (c >= '0' && c <= '7') {
      int end = at + 1;
      int code = 0;
      while (end < text.length() && end < at + 4 && isOctal(text.charAt(end))) {
        code = code * 8 + text.charAt(end++) - '0';
      }
      appendByte(code & 0xFF);
      at = end;
    } else if (c == 'x' && hexadecimalDigits(at + 2, 2) > 0) {
      int digits = hexadecimalDigits(at + 2, 2);
      appendByte(Integer.parseInt(text.substring(at + 2, at + 2 + digits), 16));
      at += 2 + digits;
    } else if (c == 'u' || c == 'U') {
      unicode(c == 'u' ? 4 : 8);
    } else {
      append(single(c));
      at += 2;
    }
  }

  private void unicode(int wanted) {
    int digits = hexadecimalDigits(at + 2, wanted);
    int end = at + 2 + digits;
    if (digits < wanted) {
      int position = CodePoints.position(text, at);
      fail(new SyntaxError("22025", "invalid Unicode escape", position, null, UNICODE_HINT));
      at = end;
      return;
    }
    long codePoint = Long.parseLong(text.substring(at + 2, end), 16);
    boolean high = codePoint >= 0xD800 && codePoint <= 0xDBFF;
    boolean low = codePoint >= 0xDC00 && codePoint <= 0xDFFF;
    if (low != (highSurrogate != 0)) {
      fail(LexicalErrors.nearError(text, at, end, "invalid Unicode surrogate pair"));
    } else if (high) {
      highSurrogate = (char) codePoint;
      at = end;
      return;
    } else if (low) {
      append(highSurrogate);
      append((char) codePoint);
    } else if (codePoint == 0 || codePoint > Character.MAX_CODE_POINT) {
      fail(LexicalErrors.nearError(text, at, end, "invalid Unicode escape value"));
    } else {
      value.appendCodePoint((int) codePoint);
    }
    highSurrogate = 0;
    at = end;
  }

  private void append(char c) {
    value.append(c);
  }

  private void appendByte(int code) {
    if (code > 0 && code < 0x80) {
      append((char) code);
      return;
    }
    if (bytes == null) {
      bytes = new ByteArrayOutputStream();
    }
    flush();
    bytes.write(code);
  }

  /** Moves the characters collected so far behind the bytes collected so far. */
  private void flush() {
    bytes.writeBytes(value.toString().getBytes(StandardCharsets.UTF_8));
    value.setLength(0);
  }

  private void fail(SyntaxError found) {
    if (error == null) {
      error = found;
    }
    highSurrogate = 0;
  }

  private int hexadecimalDigits(int from, int limit) {
    int digits = 0;
    while (digits < limit
        && from + digits < text.length()
        && Characters.isHexadecimalDigit(text.charAt(from + digits))) {
      digits++;
    }
    return digits;
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  private static char single(char c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> '\u000B';
      default -> c;
    };
  }
}
