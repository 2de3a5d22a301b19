package io.duckgres.gateway.auth;

import io.duckgres.pgtype.PgException;

/**
 * Reads the comma-separated attributes of a SCRAM message, with the errors of auth-scram.c. The end
 * of the text reads as a null character, as in C.
 */
final class ScramMessage {
  private static final char END = '\0';

  private final String text;
  private int position;

  ScramMessage(String text) {
    if (text.isEmpty()) {
      throw malformed("The message is empty.");
    }
    if (text.indexOf(END) >= 0) {
      throw malformed("Message length does not match input length.");
    }
    this.text = text;
  }

  /** An attribute with its one-letter name. */
  record Attribute(char name, String value) {}

  char peek() {
    return position < text.length() ? text.charAt(position) : END;
  }

  boolean atEnd() {
    return peek() == END;
  }

  void skip() {
    position++;
  }

  int position() {
    return position;
  }

  String upTo(int end) {
    return text.substring(0, end);
  }

  String remaining() {
    return text.substring(position);
  }

  /** The value of the attribute that must come here. */
  String value(char attribute) {
    if (peek() != attribute) {
      throw malformed(
          "Expected attribute \"" + attribute + "\" but found \"" + printable(peek()) + "\".");
    }
    return next().value();
  }

  /** Whatever attribute comes here. */
  Attribute next() {
    char name = peek();
    if (name == END) {
      throw malformed("Attribute expected, but found end of string.");
    }
    if (!isLetter(name)) {
      throw malformed(
          "Attribute expected, but found invalid character \"" + printable(name) + "\".");
    }
    skip();
    if (peek() != '=') {
      throw malformed("Expected character \"=\" for attribute \"" + name + "\".");
    }
    skip();
    int comma = text.indexOf(',', position);
    int end = comma < 0 ? text.length() : comma;
    String value = text.substring(position, end);
    position = comma < 0 ? end : comma + 1;
    return new Attribute(name, value);
  }

  static PgException malformed(String detail) {
    return AuthenticationErrors.violation("malformed SCRAM message").withDetail(detail);
  }

  /** A character as an error message shows it. */
  static String printable(char character) {
    return character >= 0x21 && character <= 0x7e
        ? "'" + character + "'"
        : String.format("0x%02x", character & 0xff);
  }

  private static boolean isLetter(char character) {
    return character >= 'A' && character <= 'Z' || character >= 'a' && character <= 'z';
  }
}
