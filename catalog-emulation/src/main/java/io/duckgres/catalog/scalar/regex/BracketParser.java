package io.duckgres.catalog.scalar.regex;

/** Reads a bracket expression. */
final class BracketParser {
  private final String pattern;
  private final RegexFlags flags;
  private int at;

  /**
   * @param at behind the opening bracket
   */
  BracketParser(String pattern, int at, RegexFlags flags) {
    this.pattern = pattern;
    this.at = at;
    this.flags = flags;
  }

  /** Behind the closing bracket. */
  int end() {
    return at;
  }

  RegexNode parse() {
    StringBuilder set = new StringBuilder("[");
    boolean negated = at < pattern.length() && pattern.charAt(at) == '^';
    if (negated) {
      at++;
      set.append('^');
      if (flags.dotStopsAtLine()) {
        set.append("\\n");
      }
    }
    boolean first = true;
    while (true) {
      if (at >= pattern.length()) {
        throw RegexParser.invalid("brackets [] not balanced");
      }
      if (pattern.charAt(at) == ']' && !first) {
        at++;
        return CharacterSets.bracket(set.append(']').toString(), flags);
      }
      first = false;
      item(set);
    }
  }

  private void item(StringBuilder set) {
    if (pattern.startsWith("[:", at)) {
      set.append(CharacterSets.named(enclosed(":]")));
      return;
    }
    if (pattern.charAt(at) == '\\' && at + 1 < pattern.length()) {
      String named = CharacterSets.shorthand(pattern.charAt(at + 1));
      if (named != null) {
        at += 2;
        set.append(named.startsWith("^") ? "[" + named + "]" : named);
        return;
      }
    }
    int from = character();
    if (at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
      at++;
      int to = character();
      if (to < from) {
        throw RegexParser.invalid("invalid character range");
      }
      set.append(CharacterSets.quoted(from)).append('-').append(CharacterSets.quoted(to));
    } else {
      set.append(CharacterSets.quoted(from));
    }
  }

  private int character() {
    if (pattern.startsWith("[.", at) || pattern.startsWith("[=", at)) {
      String name = enclosed(pattern.charAt(at + 1) + "]");
      if (name.codePointCount(0, name.length()) != 1) {
        throw RegexParser.invalid("invalid collating element");
      }
      return name.codePointAt(0);
    }
    if (pattern.charAt(at) == '\\') {
      return new RegexEscapes(pattern, at + 1).character(end -> at = end);
    }
    int point = pattern.codePointAt(at);
    at += Character.charCount(point);
    return point;
  }

  private String enclosed(String close) {
    int end = pattern.indexOf(close, at + 2);
    if (end < 0) {
      throw RegexParser.invalid("brackets [] not balanced");
    }
    String name = pattern.substring(at + 2, end);
    at = end + 2;
    return name;
  }
}
