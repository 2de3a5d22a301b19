package io.duckgres.catalog.scalar.regex;

import io.duckgres.catalog.scalar.regex.RegexNode.CharacterSet;
import io.duckgres.catalog.scalar.regex.RegexNode.CharacterTest;
import java.util.regex.Pattern;

/** Sets of characters, once for java.util.regex and once as a test. */
final class CharacterSets {
  private static final int ASCII = 128;
  static final String SPACE =
      "\\x09-\\x0d \\x{85}\\x{1680}\\x{2000}-\\x{2006}\\x{2008}-\\x{200a}\\x{2028}\\x{2029}\\x{205f}\\x{3000}";

  private CharacterSets() {}

  static RegexNode of(int point, RegexFlags flags) {
    CharacterTest test =
        flags.ignoreCase() ? c -> c == point || fold(c) == fold(point) : c -> c == point;
    return new CharacterSet(quoted(point), test);
  }

  private static int fold(int point) {
    return Character.toLowerCase(Character.toUpperCase(point));
  }

  static RegexNode any(RegexFlags flags) {
    return flags.dotStopsAtLine()
        ? new CharacterSet("[^\\n]", c -> c != '\n')
        : new CharacterSet("[\\x{0}-\\x{10ffff}]", c -> true);
  }

  /** A set in the syntax of java.util.regex. */
  static RegexNode bracket(String java, RegexFlags flags) {
    Pattern pattern = Pattern.compile(java, javaFlags(flags));
    boolean[] ascii = new boolean[ASCII];
    for (int i = 0; i < ASCII; i++) {
      ascii[i] = pattern.matcher(Character.toString(i)).matches();
    }
    return new CharacterSet(
        java, c -> c < ASCII ? ascii[c] : pattern.matcher(Character.toString(c)).matches());
  }

  static int javaFlags(RegexFlags flags) {
    return flags.ignoreCase() ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
  }

  /** What stands inside brackets for \d and its like, null for other letters. */
  static String shorthand(char letter) {
    return switch (letter) {
      case 'd' -> "0-9";
      case 'w' -> "\\p{L}\\p{Nd}_";
      case 's' -> SPACE;
      case 'D' -> "^0-9";
      case 'W' -> "^\\p{L}\\p{Nd}_";
      case 'S' -> "^" + SPACE;
      default -> null;
    };
  }

  static String named(String name) {
    return switch (name) {
      case "alpha" -> "\\p{L}";
      case "digit" -> "0-9";
      case "alnum" -> "\\p{L}\\p{Nd}";
      case "upper" -> "\\p{Lu}";
      case "lower" -> "\\p{Ll}";
      case "space" -> SPACE;
      case "blank" -> " \\t";
      case "cntrl" -> "\\p{Cc}";
      case "xdigit" -> "0-9A-Fa-f";
      case "word" -> "\\p{L}\\p{Nd}_";
      case "punct" -> "!-/:-@\\[-`{-~\\p{P}\\p{S}";
      case "graph" -> "!-~[^\\x{0}-\\x{a0}\\p{Cc}\\p{Z}]";
      case "print" -> " -~[^\\x{0}-\\x{9f}\\p{Cc}]";
      case "ascii" -> "\\x{0}-\\x{7f}";
      default -> throw RegexParser.invalid("invalid character class");
    };
  }

  static String quoted(int point) {
    return "\\x{" + Integer.toHexString(point) + "}";
  }
}
