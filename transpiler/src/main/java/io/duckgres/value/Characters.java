package io.duckgres.value;

/** A text read character by character as C reads it: a zero stands behind the last one. */
public final class Characters {
  private final String text;
  private int at;

  /** Starts at the first character. */
  public Characters(String text) {
    this.text = text;
  }

  /** Where the next character is. */
  public int position() {
    return at;
  }

  /** Continues somewhere else. */
  public void moveTo(int position) {
    at = position;
  }

  /** The next character, which stays the next one; a zero at the end. */
  public char peek() {
    return peek(0);
  }

  /** A character further on; a zero behind the end. */
  public char peek(int distance) {
    return at + distance < text.length() ? text.charAt(at + distance) : '\0';
  }

  public boolean isAtEnd() {
    return at >= text.length();
  }

  /** Takes the next character. */
  public char next() {
    char c = peek();
    at++;
    return c;
  }

  /** Takes the next character if it is this one. */
  public boolean take(char c) {
    if (isAtEnd() || peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  /** Passes over what C's isspace() knows. */
  public void skipSpaces() {
    while (isSpace(peek())) {
      at++;
    }
  }

  /** What C's isspace() knows. */
  public static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** A digit from 0 to 9. */
  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
