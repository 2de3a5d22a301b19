package io.duckgres.catalog.scalar.regex;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of PostgreSQL's, ready to search with. */
final class Regex {
  private static final int MOST_CACHED = 256;

  private record Key(String pattern, RegexFlags flags) {}

  private static final class Recent extends LinkedHashMap<Key, Regex> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(MOST_CACHED, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Regex> eldest) {
      return size() > MOST_CACHED;
    }
  }

  private static final ThreadLocal<Recent> CACHE = ThreadLocal.withInitial(Recent::new);

  private final RegexNode node;
  private final Pattern pattern;
  private final int groups;
  private final boolean plain;

  private Regex(String source, RegexFlags flags) {
    RegexParser parser = new RegexParser(source, flags);
    this.node = parser.parse();
    this.groups = parser.groups();
    try {
      this.pattern = Pattern.compile(node.java(), CharacterSets.javaFlags(parser.flags()));
    } catch (PatternSyntaxException e) {
      throw RegexParser.invalid("regular expression is too complex");
    }
    this.plain = node.choices() <= 1 || parser.hasBack();
  }

  /** Compiled once and kept for some time. */
  static Regex of(String source, RegexFlags flags) {
    Recent cache = CACHE.get();
    Key key = new Key(source, flags);
    Regex regex = cache.get(key);
    if (regex == null) {
      regex = new Regex(source, flags);
      cache.put(key, regex);
    }
    return regex;
  }

  int groups() {
    return groups;
  }

  boolean matches(String text) {
    return pattern.matcher(text).find();
  }

  /** The first match at or behind a place in UTF-16 units, null when there is none. */
  RegexMatch find(String text, int from) {
    Matcher matcher = pattern.matcher(text);
    if (from > text.length() || !matcher.find(from)) {
      return null;
    }
    if (!plain) {
      RegexMatch match = RegexDissection.at(node, text, matcher.start(), groups);
      if (match != null) {
        return match;
      }
    }
    int[] bounds = new int[2 * groups + 2];
    for (int i = 0; i <= groups; i++) {
      bounds[2 * i] = matcher.start(i);
      bounds[2 * i + 1] = matcher.end(i);
    }
    return new RegexMatch(bounds);
  }
}
