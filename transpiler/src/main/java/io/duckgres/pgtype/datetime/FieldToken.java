package io.duckgres.pgtype.datetime;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text of dates, times or intervals, in lower case.
 *
 * <p>Source: {@code src/backend/utils/adt/datetime.c} (ParseDateTime).
 */
record FieldToken(Kind kind, String text) {
  /** What it looks like. */
  enum Kind {
    NUMBER,
    STRING,
    DATE,
    TIME,
    SIGNED,
    SPECIAL
  }

  private static final int MOST_FIELDS = 25;

  /**
   * Cuts a text into pieces.
   *
   * @param room the most characters that all pieces may have, each with one behind it
   * @throws DecodeException when it can't be one
   */
  static List<FieldToken> cut(String text, int room) {
    Cutter cutter = new Cutter(text);
    List<FieldToken> fields = new ArrayList<>();
    int used = 0;
    for (FieldToken field = cutter.next(); field != null; field = cutter.next()) {
      used += field.text.length() + 1;
      if (fields.size() == MOST_FIELDS || used > room) {
        throw DecodeException.badFormat();
      }
      fields.add(field);
    }
    return fields;
  }

  boolean startsWithDigit() {
    return !text.isEmpty() && isDigit(text.charAt(0));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static final class Cutter {
    private final String text;
    private int at;
    private StringBuilder field = new StringBuilder();

    Cutter(String text) {
      this.text = text;
    }

    FieldToken next() {
      field = new StringBuilder();
      while (at < text.length()) {
        char c = text.charAt(at);
        if (isDigit(c)) {
          return new FieldToken(number(), field.toString());
        }
        if (c == '.') {
          take();
          takeDigits("");
          return new FieldToken(Kind.NUMBER, field.toString());
        }
        if (isLetter(c)) {
          return new FieldToken(word(), field.toString());
        }
        if (c == '+' || c == '-') {
          return new FieldToken(signed(), field.toString());
        }
        if (!Spaces.isSpace(c) && (c <= ' ' || c >= 0x7F)) {
          throw DecodeException.badFormat();
        }
        at++;
      }
      return null;
    }

    private char current() {
      return at < text.length() ? text.charAt(at) : 0;
    }

    private void take() {
      char c = text.charAt(at++);
      field.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
    }

    private void takeDigits(String others) {
      while (isDigit(current()) || current() != 0 && others.indexOf(current()) >= 0) {
        take();
      }
    }

    private void takeLetters() {
      while (isLetter(current())) {
        take();
      }
    }

    private Kind number() {
      takeDigits("");
      char c = current();
      if (c == ':') {
        take();
        takeDigits(":.");
        return Kind.TIME;
      }
      if (c != '-' && c != '/' && c != '.') {
        return Kind.NUMBER;
      }
      take();
      if (!isDigit(current())) {
        while (isDigit(current()) || isLetter(current()) || current() == c) {
          take();
        }
        return Kind.DATE;
      }
      takeDigits("");
      if (current() == c) {
        take();
        takeDigits(String.valueOf(c));
        return Kind.DATE;
      }
      return c == '.' ? Kind.NUMBER : Kind.DATE;
    }

    /** A word; with punctuation or digits behind it a date or the name of a time zone. */
    private Kind word() {
      takeLetters();
      char c = current();
      boolean date = c == '-' || c == '/' || c == '.';
      if (c == '+' || isDigit(c)) {
        date = !DateTimeWords.isWord(field.toString());
      }
      if (!date) {
        return Kind.STRING;
      }
      do {
        take();
      } while (isDigit(current())
          || isLetter(current())
          || current() != 0 && "+-/_.:".indexOf(current()) >= 0);
      return Kind.DATE;
    }

    private Kind signed() {
      take();
      while (Spaces.isSpace(current())) {
        at++;
      }
      if (isDigit(current())) {
        take();
        takeDigits(":.-");
        return Kind.SIGNED;
      }
      if (isLetter(current())) {
        takeLetters();
        return Kind.SPECIAL;
      }
      throw DecodeException.badFormat();
    }
  }
}
