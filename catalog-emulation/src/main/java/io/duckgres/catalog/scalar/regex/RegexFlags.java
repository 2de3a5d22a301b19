package io.duckgres.catalog.scalar.regex;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * Options of a regular expression.
 *
 * @param ignoreCase upper and lower case are the same
 * @param dotStopsAtLine a dot and negated brackets do not match a newline
 * @param lineAnchors ^ and $ match at newlines as well
 * @param expanded blanks and comments are skipped
 * @param literal the pattern is a plain string
 * @param global every match, not just the first
 */
record RegexFlags(
    boolean ignoreCase,
    boolean dotStopsAtLine,
    boolean lineAnchors,
    boolean expanded,
    boolean literal,
    boolean global) {

  static final RegexFlags NONE = new RegexFlags(false, false, false, false, false, false);

  /** Reads option letters. */
  static RegexFlags of(String letters) {
    RegexFlags flags = NONE;
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      RegexFlags next =
          c == 'g'
              ? new RegexFlags(
                  flags.ignoreCase,
                  flags.dotStopsAtLine,
                  flags.lineAnchors,
                  flags.expanded,
                  flags.literal,
                  true)
              : flags.with(c);
      if (next == null) {
        throw new PgException(
            SqlState.INVALID_PARAMETER_VALUE,
            "invalid regular expression option: \""
                + Character.toString(letters.codePointAt(i))
                + "\"");
      }
      flags = next;
    }
    return flags;
  }

  /** With one more option letter, null when there is none like it. */
  RegexFlags with(char letter) {
    boolean[] f = {ignoreCase, dotStopsAtLine, lineAnchors, expanded, literal};
    switch (letter) {
      case 'i' -> f[0] = true;
      case 'c' -> f[0] = false;
      case 'm', 'n' -> {
        f[1] = true;
        f[2] = true;
      }
      case 'p' -> {
        f[1] = true;
        f[2] = false;
      }
      case 's' -> {
        f[1] = false;
        f[2] = false;
      }
      case 'w' -> {
        f[1] = false;
        f[2] = true;
      }
      case 'x' -> f[3] = true;
      case 't' -> f[3] = false;
      case 'q' -> f[4] = true;
      case 'e' -> f[4] = false;
      case 'b' -> throw PgException.notSupported("the regular expression option b");
      default -> {
        return null;
      }
    }
    return new RegexFlags(f[0], f[1], f[2], f[3], f[4], global);
  }
}
