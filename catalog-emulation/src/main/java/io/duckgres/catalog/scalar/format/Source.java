package io.duckgres.catalog.scalar.format;

import io.duckgres.catalog.scalar.format.DateFields.Slot;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.List;

/**
 * The text that a template reads.
 *
 * <p>Source: {@code src/backend/utils/adt/formatting.c} (from_char_parse_int_len,
 * from_char_seq_search).
 */
final class Source {
  private static final String FILL_MODE_HINT =
      "If your source string is not fixed-width, try using the \"FM\" modifier.";

  private final String text;
  private final DateFields fields;
  private int at;

  Source(String text, DateFields fields) {
    this.text = text;
    this.fields = fields;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** 0 at the end. */
  char current() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  char previous() {
    return at > 0 ? text.charAt(at - 1) : 0;
  }

  String rest() {
    return text.substring(at);
  }

  String peek(int length) {
    return text.substring(at, at + length);
  }

  void advance(int length) {
    at += length;
  }

  /** Passes one character, if there is one. */
  void skip() {
    if (at < text.length()) {
      at += Character.charCount(text.codePointAt(at));
    }
  }

  int skipSpaces() {
    int start = at;
    while (at < text.length() && Template.isSpace(text.charAt(at))) {
      at++;
    }
    return at - start;
  }

  /** How many letters stand here, at most so many. */
  int letters(int most) {
    int end = at;
    while (end < text.length() && end - at < most && isLetter(text.charAt(end))) {
      end++;
    }
    return end - at;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /**
   * An integer.
   *
   * @param slot where it goes, null for nowhere
   * @param width its digits, unless {@code greedy}
   * @param greedy it has as many digits as there are
   * @return how many characters it had, spaces included
   */
  int number(Slot slot, int width, Keyword keyword, boolean greedy) {
    int start = at;
    skipSpaces();
    int end = Math.min(text.length(), greedy ? text.length() : at + width);
    if (!greedy && text.length() - at < width) {
      throw invalid("source string too short for \"" + keyword.name() + "\" formatting field")
          .withDetail(
              "Field requires "
                  + width
                  + " characters, but only "
                  + (text.length() - at)
                  + " remain.")
          .withHint(FILL_MODE_HINT);
    }
    String copy = text.substring(at, Math.min(text.length(), at + width));
    int used = endOfNumber(end) - at;
    if (!greedy && used > 0 && used < width) {
      throw invalid("invalid value \"" + copy + "\" for \"" + keyword.name() + "\"")
          .withDetail(
              "Field requires " + width + " characters, but only " + used + " could be parsed.")
          .withHint(FILL_MODE_HINT);
    }
    if (used == 0) {
      throw invalid("invalid value \"" + copy + "\" for \"" + keyword.name() + "\"")
          .withDetail("Value must be an integer.");
    }
    int value = value(text.substring(at, at + used).strip(), keyword);
    at += used;
    if (slot != null) {
      fields.set(slot, value, keyword);
    }
    return at - start;
  }

  /** Where an integer with sign ends that begins here; here when there is none. */
  private int endOfNumber(int limit) {
    int end = at;
    while (end < limit && Template.isSpace(text.charAt(end))) {
      end++;
    }
    if (end < limit && (text.charAt(end) == '-' || text.charAt(end) == '+')) {
      end++;
    }
    int first = end;
    while (end < limit && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == first ? at : end;
  }

  private static int value(String digits, Keyword keyword) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new PgException(
              SqlState.DATETIME_FIELD_OVERFLOW,
              "value for \"" + keyword.name() + "\" in source string is out of range")
          .withDetail(
              "Value must be in the range " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE + ".");
    }
  }

  /** Which of several words stands here, in any case. */
  int choice(List<String> words, Keyword keyword) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (text.regionMatches(true, at, word, 0, word.length())) {
        at += word.length();
        return i;
      }
    }
    int end = at;
    while (end < text.length() && !Template.isSpace(text.charAt(end))) {
      end++;
    }
    throw invalid(
            "invalid value \"" + text.substring(at, end) + "\" for \"" + keyword.name() + "\"")
        .withDetail("The given value did not match any of the allowed values for this field.");
  }

  /** Thousands, a comma and at most three digits. */
  void yearWithComma(Keyword keyword) {
    int comma = endOfNumber(text.length());
    int start = at;
    int end = comma + 1;
    while (end < text.length()
        && end <= comma + 3
        && text.charAt(end) >= '0'
        && text.charAt(end) <= '9') {
      end++;
    }
    if (comma == start || comma >= text.length() || text.charAt(comma) != ',' || end == comma + 1) {
      throw invalid("invalid input string for \"Y,YYY\"");
    }
    long thousands = Long.parseLong(text.substring(start, Math.min(comma, start + 12)).strip());
    long year = thousands * 1000 + Integer.parseInt(text.substring(comma + 1, end));
    if (year > Integer.MAX_VALUE || year < Integer.MIN_VALUE) {
      throw new PgException(
          SqlState.DATETIME_FIELD_OVERFLOW, "value for \"Y,YYY\" in source string is out of range");
    }
    at = end;
    fields.set(Slot.YEAR, (int) year, keyword);
  }

  private static PgException invalid(String message) {
    return new PgException(SqlState.INVALID_DATETIME_FORMAT, message);
  }
}
