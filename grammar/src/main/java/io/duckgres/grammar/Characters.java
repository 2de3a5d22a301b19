package io.duckgres.grammar;

import java.nio.charset.StandardCharsets;

/** The character classes of PostgreSQL's lexer; every character outside ASCII is a letter to it. */
final class Characters {
  private Characters() {}

  static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  static boolean isNewline(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHexadecimalDigit(char c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  static boolean isIdentifierStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
  }

  static boolean isIdentifierPart(char c) {
    return isIdentifierStart(c) || isDigit(c) || c == '$';
  }

  static boolean isDollarTagPart(char c) {
    return isIdentifierStart(c) || isDigit(c);
  }

  /** End of the identifier that starts at {@code start}; {@code start} itself when none does. */
  static int endOfIdentifier(String text, int start) {
    int end = start;
    if (end < text.length() && isIdentifierStart(text.charAt(end))) {
      while (end < text.length() && isIdentifierPart(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  /** Offset of the newline that ends the line, or the text's end. */
  static int endOfLine(String text, int start) {
    int end = start;
    while (end < text.length() && !isNewline(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The longest prefix of whole characters that has at most so many bytes in UTF-8. */
  static String cutToBytes(String name, int limit) {
    if (name.getBytes(StandardCharsets.UTF_8).length <= limit) {
      return name;
    }
    int bytes = 0;
    int end = 0;
    while (end < name.length()) {
      int codePoint = name.codePointAt(end);
      bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      if (bytes > limit) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return name.substring(0, end);
  }
}
