package io.duckgres.catalog.scalar.regex;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's functions over regular expressions.
 *
 * <p>Source: {@code src/backend/utils/adt/regexp.c} and {@code varlena.c}.
 */
public final class RegexFunctions {
  private RegexFunctions() {}

  /** {@code regexp_like} and the operators {@code ~}, {@code ~*}. */
  public static boolean like(String text, String pattern, String flags) {
    return Regex.of(pattern, withoutGlobal(flags, "regexp_like")).matches(text);
  }

  /** {@code substring(text from pattern)}: the first group, or all; null without a match. */
  public static String substring(String text, String pattern) {
    Regex regex = Regex.of(pattern, RegexFlags.NONE);
    RegexMatch match = regex.find(text, 0);
    return match == null ? null : match.group(text, regex.groups() > 0 ? 1 : 0);
  }

  /** The groups of the first match, or all of it; null without a match. */
  public static List<String> match(String text, String pattern, String flags) {
    RegexFlags options = RegexFlags.of(flags);
    if (options.global()) {
      throw new PgException(
              SqlState.INVALID_PARAMETER_VALUE,
              "regexp_match() does not support the \"global\" option")
          .withHint("Use the regexp_matches function instead.");
    }
    RegexMatch match = Regex.of(pattern, options).find(text, 0);
    return match == null ? null : groups(text, match);
  }

  /** The groups of each match with the option g, of the first without. */
  public static List<List<String>> matches(String text, String pattern, String flags) {
    RegexFlags options = RegexFlags.of(flags);
    List<List<String>> rows = new ArrayList<>();
    for (RegexMatch match : all(text, pattern, options, 0, options.global())) {
      rows.add(groups(text, match));
    }
    return rows;
  }

  private static List<String> groups(String text, RegexMatch match) {
    List<String> groups = new ArrayList<>();
    for (int i = Math.min(1, match.groups()); i <= match.groups(); i++) {
      groups.add(match.group(text, i));
    }
    return groups;
  }

  /** The texts between the matches. */
  public static List<String> split(String text, String pattern, String flags, String function) {
    RegexFlags options = withoutGlobal(flags, function);
    List<String> parts = new ArrayList<>();
    Regex regex = Regex.of(pattern, options);
    int copied = 0;
    int previous = 0;
    int from = 0;
    while (from <= text.length()) {
      RegexMatch match = regex.find(text, from);
      if (match == null) {
        break;
      }
      if (match.start() < text.length() && match.end() > previous) {
        parts.add(text.substring(copied, match.start()));
        copied = match.end();
      }
      previous = match.end();
      from = next(text, match);
    }
    parts.add(text.substring(copied));
    return parts;
  }

  /** How many matches there are from a position on, counted from 1. */
  public static int count(String text, String pattern, int start, String flags) {
    int from = offset(text, start);
    return all(text, pattern, withoutGlobal(flags, "regexp_count"), from, true).size();
  }

  /** Position of the n-th match or of a group of it, 0 without one. */
  public static int position(
      String text, String pattern, int start, int number, int end, String flags, int group) {
    int from = offset(text, start);
    positive("n", number, 1);
    if (end != 0 && end != 1) {
      throw bad("endoption", end);
    }
    positive("subexpr", group, 0);
    RegexMatch match =
        nth(all(text, pattern, withoutGlobal(flags, "regexp_instr"), from, true), number);
    if (match == null || group > match.groups() || match.bounds()[2 * group] < 0) {
      return 0;
    }
    return text.codePointCount(0, match.bounds()[2 * group + end]) + 1;
  }

  /** Text of the n-th match or of a group of it, null without one. */
  public static String part(
      String text, String pattern, int start, int number, String flags, int group) {
    int from = offset(text, start);
    positive("n", number, 1);
    positive("subexpr", group, 0);
    RegexMatch match =
        nth(all(text, pattern, withoutGlobal(flags, "regexp_substr"), from, true), number);
    return match == null || group > match.groups() ? null : match.group(text, group);
  }

  /** {@code regexp_replace} with a fourth argument of flags. */
  public static String replace(String text, String pattern, String replacement, String flags) {
    if (!flags.isEmpty() && flags.charAt(0) >= '0' && flags.charAt(0) <= '9') {
      throw new PgException(
              SqlState.INVALID_PARAMETER_VALUE,
              "invalid regular expression option: \"" + flags.charAt(0) + "\"")
          .withHint(
              "If you meant to use regexp_replace() with a start parameter, cast the fourth"
                  + " argument to integer explicitly.");
    }
    RegexFlags options = RegexFlags.of(flags);
    return replace(text, pattern, replacement, 0, options.global() ? 0 : 1, options);
  }

  /** {@code regexp_replace} of the n-th match from a position on; 0 for all. */
  public static String replace(
      String text, String pattern, String replacement, int start, int number, String flags) {
    int from = offset(text, start);
    positive("n", number, 0);
    return replace(text, pattern, replacement, from, number, RegexFlags.of(flags));
  }

  private static String replace(
      String text, String pattern, String replacement, int start, int number, RegexFlags flags) {
    Regex regex = Regex.of(pattern, flags);
    StringBuilder result = new StringBuilder();
    int copied = 0;
    int from = start;
    int count = 0;
    while (from <= text.length()) {
      RegexMatch match = regex.find(text, from);
      if (match == null) {
        break;
      }
      count++;
      if (number == 0 || count == number) {
        result.append(text, copied, match.start());
        append(result, replacement, text, match);
        copied = match.end();
        if (number != 0) {
          break;
        }
      }
      from = next(text, match);
    }
    return result.append(text, copied, text.length()).toString();
  }

  private static void append(
      StringBuilder result, String replacement, String text, RegexMatch match) {
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
      if (c != '\\' || next == 0) {
        result.append(c);
      } else if (next >= '1' && next <= '9') {
        int group = next - '0';
        if (group <= match.groups() && match.group(text, group) != null) {
          result.append(match.group(text, group));
        }
        i++;
      } else if (next == '&') {
        result.append(match.group(text, 0));
        i++;
      } else if (next == '\\') {
        result.append('\\');
        i++;
      } else {
        result.append(c);
      }
    }
  }

  private static List<RegexMatch> all(
      String text, String pattern, RegexFlags flags, int start, boolean every) {
    Regex regex = Regex.of(pattern, flags);
    List<RegexMatch> matches = new ArrayList<>();
    int from = start;
    while (from <= text.length()) {
      RegexMatch match = regex.find(text, from);
      if (match == null) {
        break;
      }
      matches.add(match);
      if (!every) {
        break;
      }
      from = next(text, match);
    }
    return matches;
  }

  private static int next(String text, RegexMatch match) {
    if (match.end() > match.start()) {
      return match.end();
    }
    return match.end() >= text.length()
        ? text.length() + 1
        : text.offsetByCodePoints(match.end(), 1);
  }

  private static RegexMatch nth(List<RegexMatch> matches, int number) {
    return number > matches.size() ? null : matches.get(number - 1);
  }

  private static RegexFlags withoutGlobal(String flags, String function) {
    RegexFlags options = RegexFlags.of(flags);
    if (options.global()) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE, function + "() does not support the \"global\" option");
    }
    return options;
  }

  private static int offset(String text, int start) {
    positive("start", start, 1);
    int total = text.codePointCount(0, text.length());
    return start - 1 > total ? text.length() + 1 : text.offsetByCodePoints(0, start - 1);
  }

  private static void positive(String name, int value, int least) {
    if (value < least) {
      throw bad(name, value);
    }
  }

  private static PgException bad(String name, int value) {
    return new PgException(
        SqlState.INVALID_PARAMETER_VALUE, "invalid value for parameter \"" + name + "\": " + value);
  }
}
