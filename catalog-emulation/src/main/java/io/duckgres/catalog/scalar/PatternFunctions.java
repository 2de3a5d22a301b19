package io.duckgres.catalog.scalar;

import static io.duckgres.catalog.scalar.TextScalars.number;
import static io.duckgres.catalog.scalar.TextScalars.text;

import io.duckgres.catalog.scalar.regex.RegexFunctions;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.List;

/**
 * Functions over LIKE patterns, SQL regular expressions and POSIX regular expressions.
 *
 * <p>Source: {@code similar_escape_internal} in {@code src/backend/utils/adt/regexp.c} and {@code
 * do_like_escape} in {@code like_match.c}.
 */
final class PatternFunctions {
  private static final Class<String> TEXT = String.class;
  private static final Class<Integer> INT = Integer.class;

  static final List<ScalarFunction> ALL =
      List.of(
          ScalarFunction.strict(
              "pg_regexp_like",
              Boolean.class,
              a -> RegexFunctions.like(text(a, 0), text(a, 1), text(a, 2)),
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_regexp_substring",
              TEXT,
              a -> RegexFunctions.substring(text(a, 0), text(a, 1)),
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_regexp_match",
              TEXT,
              a -> array(RegexFunctions.match(text(a, 0), text(a, 1), text(a, 2))),
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_regexp_matches",
              TEXT,
              a -> JsonTexts.arrays(RegexFunctions.matches(text(a, 0), text(a, 1), text(a, 2))),
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_regexp_split",
              TEXT,
              a ->
                  array(
                      RegexFunctions.split(
                          text(a, 0), text(a, 1), text(a, 2), "regexp_split_to_array")),
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_regexp_count",
              INT,
              a -> RegexFunctions.count(text(a, 0), text(a, 1), number(a, 2), text(a, 3)),
              TEXT,
              TEXT,
              INT,
              TEXT),
          ScalarFunction.strict(
              "pg_regexp_instr",
              INT,
              a ->
                  RegexFunctions.position(
                      text(a, 0),
                      text(a, 1),
                      number(a, 2),
                      number(a, 3),
                      number(a, 4),
                      text(a, 5),
                      number(a, 6)),
              TEXT,
              TEXT,
              INT,
              INT,
              INT,
              TEXT,
              INT),
          ScalarFunction.strict(
              "pg_regexp_substr",
              TEXT,
              a ->
                  RegexFunctions.part(
                      text(a, 0), text(a, 1), number(a, 2), number(a, 3), text(a, 4), number(a, 5)),
              TEXT,
              TEXT,
              INT,
              INT,
              TEXT,
              INT),
          ScalarFunction.strict(
              "pg_regexp_replace",
              TEXT,
              a ->
                  RegexFunctions.replace(
                      text(a, 0), text(a, 1), text(a, 2), number(a, 3), number(a, 4), text(a, 5)),
              TEXT,
              TEXT,
              TEXT,
              INT,
              INT,
              TEXT),
          ScalarFunction.strict(
              "pg_regexp_replace_flags",
              TEXT,
              a -> RegexFunctions.replace(text(a, 0), text(a, 1), text(a, 2), text(a, 3)),
              TEXT,
              TEXT,
              TEXT,
              TEXT),
          ScalarFunction.strict(
              "pg_similar_to_escape", TEXT, a -> similar(text(a, 0), text(a, 1)), TEXT, TEXT),
          ScalarFunction.strict(
              "pg_like_escape", TEXT, a -> likeEscape(text(a, 0), text(a, 1)), TEXT, TEXT));

  private PatternFunctions() {}

  private static String array(List<String> texts) {
    return texts == null ? null : JsonTexts.array(texts);
  }

  private static int escapeOf(String escape) {
    if (escape.isEmpty()) {
      return -1;
    }
    if (escape.codePointCount(0, escape.length()) != 1) {
      throw new PgException(SqlState.INVALID_ESCAPE_SEQUENCE, "invalid escape string")
          .withHint("Escape string must be empty or one character.");
    }
    return escape.codePointAt(0);
  }

  /** A LIKE pattern with another escape character as one with a backslash. */
  static String likeEscape(String pattern, String escape) {
    int escapeCharacter = escapeOf(escape);
    if (escapeCharacter == '\\') {
      return pattern;
    }
    StringBuilder result = new StringBuilder();
    boolean afterEscape = false;
    for (int point : pattern.codePoints().toArray()) {
      if (point == escapeCharacter && !afterEscape) {
        result.append('\\');
        afterEscape = true;
      } else {
        if (point == '\\' && !afterEscape) {
          result.append('\\');
        }
        result.appendCodePoint(point);
        afterEscape = false;
      }
    }
    return result.toString();
  }

  /** An SQL regular expression as a POSIX one. */
  static String similar(String pattern, String escape) {
    int escapeCharacter = escapeOf(escape);
    StringBuilder result = new StringBuilder("^(?:");
    boolean afterEscape = false;
    boolean inBracket = false;
    int quotes = 0;
    for (int point : pattern.codePoints().toArray()) {
      if (afterEscape) {
        if (point == '"' && !inBracket) {
          if (quotes == 0) {
            result.append("){1,1}?(");
          } else if (quotes == 1) {
            result.append("){1,1}(?:");
          } else {
            throw new PgException(
                SqlState.INVALID_USE_OF_ESCAPE_CHARACTER,
                "SQL regular expression may not contain more than two escape-double-quote"
                    + " separators");
          }
          quotes++;
        } else {
          result.append('\\').appendCodePoint(point);
        }
        afterEscape = false;
      } else if (point == escapeCharacter) {
        afterEscape = true;
      } else if (inBracket) {
        result.append(point == '\\' ? "\\\\" : Character.toString(point));
        inBracket = point != ']';
      } else {
        inBracket = point == '[';
        result.append(
            switch (point) {
              case '%' -> ".*";
              case '_' -> ".";
              case '(' -> "(?:";
              case '\\' -> "\\\\";
              case '.' -> "\\.";
              case '^' -> "\\^";
              case '$' -> "\\$";
              default -> Character.toString(point);
            });
      }
    }
    return result.append(")$").toString();
  }
}
