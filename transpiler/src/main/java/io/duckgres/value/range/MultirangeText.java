package io.duckgres.value.range;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * The syntax of multiranges, ranges as texts.
 *
 * <p>Source: {@code src/backend/utils/adt/multirangetypes.c} (multirange_in).
 */
final class MultirangeText {
  private static final String EMPTY = "empty";
  private final String text;
  private int at;

  private MultirangeText(String text) {
    this.text = text;
  }

  /** The texts of its ranges, the empty ones left out. */
  static List<String> parse(String text) {
    return new MultirangeText(text).ranges();
  }

  private List<String> ranges() {
    List<String> ranges = new ArrayList<>();
    skipSpaces();
    if (at == text.length() || text.charAt(at) != '{') {
      throw malformed("Missing left brace.");
    }
    at++;
    boolean seen = false;
    while (true) {
      char c = next();
      if (c == '[' || c == '(') {
        ranges.add(range(at - 1));
      } else if (c == '}' && !seen) {
        break;
      } else if (text.regionMatches(true, at - 1, EMPTY, 0, EMPTY.length())) {
        at += EMPTY.length() - 1;
      } else {
        throw malformed("Expected range start.");
      }
      seen = true;
      c = next();
      if (c == '}') {
        break;
      }
      if (c != ',') {
        throw malformed("Expected comma or end of multirange.");
      }
    }
    skipSpaces();
    if (at < text.length()) {
      throw malformed("Junk after closing right brace.");
    }
    return ranges;
  }

  private String range(int start) {
    boolean quoted = false;
    while (true) {
      char c = next();
      if (c == '\\') {
        next();
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ']' || c == ')')) {
        return text.substring(start, at);
      }
    }
  }

  /** The next character that is no blank. */
  private char next() {
    skipSpaces();
    if (at == text.length()) {
      throw malformed("Unexpected end of input.");
    }
    return text.charAt(at++);
  }

  private void skipSpaces() {
    while (at < text.length() && RangeText.isSpace(text.charAt(at))) {
      at++;
    }
  }

  private PgException malformed(String detail) {
    return new PgException(
            SqlState.INVALID_TEXT_REPRESENTATION, "malformed multirange literal: \"" + text + "\"")
        .withDetail(detail);
  }
}
