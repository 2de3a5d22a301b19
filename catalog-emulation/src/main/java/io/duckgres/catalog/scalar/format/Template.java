package io.duckgres.catalog.scalar.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template, cut into patterns and characters.
 *
 * <p>Source: {@code src/backend/utils/adt/formatting.c} (parse_format).
 */
record Template(List<Part> parts) {
  private static final int MOST_REMEMBERED = 200;
  private static final Map<String, Template> REMEMBERED =
      Collections.synchronizedMap(
          new LinkedHashMap<String, Template>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });

  /** Kinds of characters between patterns. */
  enum Kind {
    PATTERN,
    SEPARATOR,
    SPACE,
    CHARACTER
  }

  /**
   * A part.
   *
   * @param keyword of a pattern, otherwise null
   * @param text the character, of others than patterns
   * @param fillMode FM before it
   * @param localized TM before it
   * @param ordinal TH or th behind it, otherwise null
   */
  record Part(
      Kind kind,
      Keyword keyword,
      String text,
      boolean fillMode,
      boolean localized,
      String ordinal) {}

  static Template of(String text) {
    Template known = REMEMBERED.get(text);
    if (known == null) {
      known = new Template(new Cutter(text).cut());
      REMEMBERED.put(text, known);
    }
    return known;
  }

  /** Whether nothing that could belong to a number follows a part's value. */
  boolean endsAtSeparator(int at) {
    if (parts.get(at).ordinal() != null || at + 1 == parts.size()) {
      return true;
    }
    Part next = parts.get(at + 1);
    if (next.kind == Kind.PATTERN) {
      return !next.keyword.digit();
    }
    return !(next.text.length() == 1 && next.text.charAt(0) >= '0' && next.text.charAt(0) <= '9');
  }

  /** ASCII, printable, and neither letter nor digit. */
  static boolean isSeparator(char c) {
    return c > ' '
        && c < 0x7F
        && !(c >= 'A' && c <= 'Z')
        && !(c >= 'a' && c <= 'z')
        && !(c >= '0' && c <= '9');
  }

  static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static final class Cutter {
    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private int at;

    Cutter(String text) {
      this.text = text;
    }

    List<Part> cut() {
      while (at < text.length()) {
        boolean fill = takePrefix("FM");
        boolean localized = !fill && takePrefix("TM");
        if (at == text.length()) {
          break;
        }
        Keyword keyword = Keyword.at(text, at);
        if (keyword != null) {
          at += keyword.length();
          parts.add(new Part(Kind.PATTERN, keyword, null, fill, localized, suffix()));
        } else if (text.charAt(at) == '"') {
          quoted();
        } else {
          if (text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
            at++;
          }
          char c = text.charAt(at);
          character(isSeparator(c) ? Kind.SEPARATOR : isSpace(c) ? Kind.SPACE : Kind.CHARACTER);
        }
      }
      return List.copyOf(parts);
    }

    private boolean takePrefix(String prefix) {
      boolean found =
          text.startsWith(prefix, at)
              || text.startsWith(prefix.toLowerCase(java.util.Locale.ROOT), at);
      at += found ? prefix.length() : 0;
      return found;
    }

    private String suffix() {
      for (String suffix : List.of("TH", "th", "SP", "sp")) {
        if (text.startsWith(suffix, at)) {
          at += suffix.length();
          return suffix.equalsIgnoreCase("th") ? suffix : null;
        }
      }
      return null;
    }

    private void character(Kind kind) {
      int length = Character.charCount(text.codePointAt(at));
      parts.add(new Part(kind, null, text.substring(at, at + length), false, false, null));
      at += length;
    }

    private void quoted() {
      at++;
      while (at < text.length()) {
        if (text.charAt(at) == '"') {
          at++;
          return;
        }
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        character(Kind.CHARACTER);
      }
    }
  }
}
