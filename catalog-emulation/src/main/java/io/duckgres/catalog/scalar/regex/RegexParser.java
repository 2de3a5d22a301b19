package io.duckgres.catalog.scalar.regex;

import io.duckgres.catalog.scalar.regex.RegexNode.Back;
import io.duckgres.catalog.scalar.regex.RegexNode.Either;
import io.duckgres.catalog.scalar.regex.RegexNode.Empty;
import io.duckgres.catalog.scalar.regex.RegexNode.Group;
import io.duckgres.catalog.scalar.regex.RegexNode.Look;
import io.duckgres.catalog.scalar.regex.RegexNode.Place;
import io.duckgres.catalog.scalar.regex.RegexNode.Repeat;
import io.duckgres.catalog.scalar.regex.RegexNode.Sequence;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * Reads advanced regular expressions.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/17/functions-matching.html#POSIX-SYNTAX-DETAILS">Regular
 *     expression details</a>
 */
final class RegexParser {
  private static final int MOST_REPETITIONS = 255;
  private static final int MOST_DEPTH = 200;

  private final String pattern;
  private RegexFlags flags;
  private int at;
  private int groups;
  private int depth;
  private boolean back;

  RegexParser(String pattern, RegexFlags flags) {
    this.pattern = pattern;
    this.flags = flags;
  }

  RegexFlags flags() {
    return flags;
  }

  /** Whether it refers back to a group. */
  boolean hasBack() {
    return back;
  }

  int groups() {
    return groups;
  }

  RegexNode parse() {
    if (pattern.startsWith("***=")) {
      flags = flags.with('q');
      at = 4;
    } else if (pattern.startsWith("***:")) {
      flags = flags.with('e');
      at = 4;
    } else if (pattern.startsWith("***")) {
      throw invalid("invalid regexp (reg version 0.8)");
    }
    if (!flags.literal()) {
      embeddedOptions();
    }
    if (flags.literal()) {
      RegexNode all = new Empty();
      int[] points = pattern.substring(at).codePoints().toArray();
      for (int i = points.length - 1; i >= 0; i--) {
        RegexNode one = CharacterSets.of(points[i], flags);
        all = all instanceof Empty ? one : new Sequence(one, all);
      }
      return all;
    }
    RegexNode node = alternatives();
    if (at < pattern.length()) {
      throw invalid("parentheses () not balanced");
    }
    return node;
  }

  private void embeddedOptions() {
    if (!pattern.startsWith("(?", at)
        || at + 2 >= pattern.length()
        || !Character.isLetter(pattern.charAt(at + 2))) {
      return;
    }
    int i = at + 2;
    while (i < pattern.length() && pattern.charAt(i) != ')') {
      RegexFlags next = flags.with(pattern.charAt(i));
      if (next == null) {
        throw invalid("invalid embedded option");
      }
      flags = next;
      i++;
    }
    if (i == pattern.length()) {
      throw invalid("invalid embedded option");
    }
    at = i + 1;
  }

  private RegexNode alternatives() {
    if (++depth > MOST_DEPTH) {
      throw invalid("regular expression is too complex");
    }
    RegexNode first = branch();
    RegexNode result = first;
    if (peek() == '|') {
      at++;
      result = new Either(first, alternatives());
    }
    depth--;
    return result;
  }

  private RegexNode branch() {
    java.util.ArrayDeque<RegexNode> parts = new java.util.ArrayDeque<>();
    while (true) {
      skipExpanded();
      char c = peek();
      if (at >= pattern.length() || c == '|' || c == ')') {
        break;
      }
      RegexNode atom = quantified(atom());
      if (atom != null) {
        parts.push(atom);
      }
    }
    RegexNode result = null;
    for (RegexNode part : parts) {
      result = result == null ? part : new Sequence(part, result);
    }
    return result == null ? new Empty() : result;
  }

  private RegexNode atom() {
    int point = pattern.codePointAt(at);
    at += Character.charCount(point);
    return switch (point) {
      case '(' -> group();
      case '[' -> bracket();
      case '.' -> CharacterSets.any(flags);
      case '^' ->
          flags.lineAnchors()
              ? new Place("(?:(?<=\\n)|\\A)", (text, i) -> i == 0 || text.charAt(i - 1) == '\n')
              : new Place("\\A", (text, i) -> i == 0);
      case '$' ->
          flags.lineAnchors()
              ? new Place("(?=\\n|\\z)", (text, i) -> i == text.length() || text.charAt(i) == '\n')
              : new Place("\\z", (text, i) -> i == text.length());
      case '*', '+', '?' -> throw invalid("quantifier operand invalid");
      case '{' -> {
        if (Character.isDigit(peek())) {
          throw invalid("quantifier operand invalid");
        }
        yield CharacterSets.of(point, flags);
      }
      case '\\' -> escape();
      default -> CharacterSets.of(point, flags);
    };
  }

  private RegexNode group() {
    if (peek() != '?') {
      int number = ++groups;
      RegexNode body = alternatives();
      close();
      return new Group(number, body);
    }
    at++;
    char kind = peek();
    at++;
    if (kind == ':') {
      RegexNode body = alternatives();
      close();
      return new Group(0, body);
    }
    if (kind == '#') {
      int end = pattern.indexOf(')', at);
      if (end < 0) {
        throw invalid("parentheses () not balanced");
      }
      at = end + 1;
      return new Empty();
    }
    boolean ahead = kind != '<';
    char sign = kind;
    if (!ahead) {
      sign = peek();
      at++;
    }
    if (sign != '=' && sign != '!') {
      throw invalid("quantifier operand invalid");
    }
    int before = groups;
    RegexNode body = alternatives();
    groups = before;
    close();
    return new Look(body, ahead, sign == '!');
  }

  private void close() {
    if (peek() != ')') {
      throw invalid("parentheses () not balanced");
    }
    at++;
  }

  private RegexNode quantified(RegexNode atom) {
    skipExpanded();
    char c = peek();
    int least;
    int most;
    boolean exact = false;
    if (c == '*' || c == '+' || c == '?') {
      at++;
      least = c == '+' ? 1 : 0;
      most = c == '?' ? 1 : -1;
    } else if (c == '{' && at + 1 < pattern.length() && Character.isDigit(pattern.charAt(at + 1))) {
      at++;
      least = number();
      most = least;
      exact = true;
      if (peek() == ',') {
        at++;
        exact = false;
        most = Character.isDigit(peek()) ? number() : -1;
      }
      if (peek() != '}') {
        throw invalid(
            at >= pattern.length() ? "braces {} not balanced" : "invalid repetition count(s)");
      }
      at++;
      if (least > MOST_REPETITIONS || most > MOST_REPETITIONS || most >= 0 && most < least) {
        throw invalid("invalid repetition count(s)");
      }
    } else {
      return atom;
    }
    if (atom instanceof Place || atom instanceof Look) {
      throw invalid("quantifier operand invalid");
    }
    boolean longest = true;
    if (peek() == '?') {
      at++;
      longest = false;
    }
    skipExpanded();
    char after = peek();
    if (after == '*' || after == '+' || after == '?') {
      throw invalid("quantifier operand invalid");
    }
    return new Repeat(atom, least, most, exact ? 0 : longest ? 1 : -1);
  }

  private int number() {
    int value = 0;
    while (Character.isDigit(peek()) && value < 10000) {
      value = value * 10 + (peek() - '0');
      at++;
    }
    return value;
  }

  private RegexNode escape() {
    if (at >= pattern.length()) {
      throw invalid("invalid escape \\ sequence");
    }
    char c = pattern.charAt(at);
    RegexNode place = PlaceTests.of(c);
    if (place != null) {
      at++;
      return place;
    }
    String named = CharacterSets.shorthand(c);
    if (named != null) {
      at++;
      return CharacterSets.bracket("[" + named + "]", flags);
    }
    if (c >= '1' && c <= '9') {
      int start = at;
      int value = number();
      if (value > groups && at - start > 1) {
        at = start;
        return CharacterSets.of(new RegexEscapes(pattern, at).octal(this::moveTo), flags);
      }
      if (value > groups) {
        throw invalid("invalid backreference number");
      }
      back = true;
      return new Back(value);
    }
    RegexEscapes escapes = new RegexEscapes(pattern, at);
    return CharacterSets.of(escapes.character(this::moveTo), flags);
  }

  private void moveTo(int index) {
    at = index;
  }

  private RegexNode bracket() {
    if (pattern.startsWith("[:<:]]", at)) {
      at += 6;
      return PlaceTests.of('m');
    }
    if (pattern.startsWith("[:>:]]", at)) {
      at += 6;
      return PlaceTests.of('M');
    }
    BracketParser brackets = new BracketParser(pattern, at, flags);
    RegexNode set = brackets.parse();
    at = brackets.end();
    return set;
  }

  private void skipExpanded() {
    while (flags.expanded() && at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '#') {
        while (at < pattern.length() && pattern.charAt(at) != '\n') {
          at++;
        }
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        return;
      }
    }
  }

  private char peek() {
    return at < pattern.length() ? pattern.charAt(at) : 0;
  }

  static PgException invalid(String reason) {
    return new PgException(
        SqlState.INVALID_REGULAR_EXPRESSION, "invalid regular expression: " + reason);
  }
}
