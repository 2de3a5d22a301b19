package io.duckgres.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Vocabulary;

/** PostgreSQL's keywords, from keywords.tsv (recorded from PostgreSQL 17's pg_get_keywords()). */
public final class Keywords {
  private static final int SLOTS = 2048;
  private static final List<Keyword> ALL = read();
  private static final Keyword[] TABLE = table();
  private static final int LONGEST = ALL.stream().mapToInt(k -> k.word().length()).max().orElse(0);

  private Keywords() {}

  /** Every keyword, in alphabetical order. */
  public static List<Keyword> all() {
    return ALL;
  }

  /** The keyword spelt so, in whatever case, or null. */
  public static Keyword find(String word) {
    return find(word, 0, word.length());
  }

  /** The keyword in text[start, end), in whatever case, or null. */
  static Keyword find(String text, int start, int end) {
    if (end - start > LONGEST) {
      return null;
    }
    int hash = 0;
    for (int at = start; at < end; at++) {
      hash = hash * 31 + AsciiCase.lower(text.charAt(at));
    }
    for (int slot = slot(hash); TABLE[slot] != null; slot = (slot + 1) & (SLOTS - 1)) {
      if (matches(TABLE[slot].word(), text, start, end)) {
        return TABLE[slot];
      }
    }
    return null;
  }

  private static boolean matches(String word, String text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int at = 0; at < word.length(); at++) {
      if (word.charAt(at) != AsciiCase.lower(text.charAt(start + at))) {
        return false;
      }
    }
    return true;
  }

  private static int slot(int hash) {
    return (hash ^ (hash >>> 11)) & (SLOTS - 1);
  }

  private static Keyword[] table() {
    Keyword[] table = new Keyword[SLOTS];
    for (Keyword keyword : ALL) {
      int slot = slot(keyword.word().hashCode());
      while (table[slot] != null) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      table[slot] = keyword;
    }
    return table;
  }

  private static List<Keyword> read() {
    Map<String, Integer> types = tokenTypes();
    List<Keyword> keywords = new ArrayList<>();
    for (String line : resource().lines().skip(1).toList()) {
      String[] fields = line.split("\t");
      int type = types.get(AsciiCase.upper(fields[0]));
      keywords.add(
          new Keyword(fields[0], Keyword.Category.of(fields[1]), fields[2].equals("t"), type));
    }
    return List.copyOf(keywords);
  }

  private static Map<String, Integer> tokenTypes() {
    Vocabulary vocabulary = PostgresParser.VOCABULARY;
    Map<String, Integer> types = new HashMap<>();
    for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
      types.put(vocabulary.getSymbolicName(type), type);
    }
    return types;
  }

  private static String resource() {
    try (InputStream in = Keywords.class.getResourceAsStream("keywords.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
