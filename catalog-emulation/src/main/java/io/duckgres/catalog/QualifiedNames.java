package io.duckgres.catalog;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names in text, possibly qualified and quoted.
 *
 * <p>Sources: {@code quote_identifier} in {@code src/backend/utils/adt/ruleutils.c}, {@code
 * stringToQualifiedNameList} in {@code regproc.c}.
 */
final class QualifiedNames {
  private static final Set<String> QUOTED_KEYWORDS = new HashSet<>();

  /** Spellings that {@link TypeNames#parseSimple} does not know, since it never prints them. */
  private static final Map<String, String> OTHER_SPELLINGS =
      Map.of(
          "int", "int4",
          "decimal", "numeric",
          "dec", "numeric",
          "float", "float8",
          "char", "bpchar",
          "national character", "bpchar",
          "national character varying", "varchar",
          "char varying", "varchar",
          "time", "time",
          "timestamp", "timestamp");

  static {
    for (Map<String, String> row :
        StaticRows.of(CatalogRelations.ofStaticRows("keywords")).values()) {
      if (!row.get("catcode").equals("U")) {
        QUOTED_KEYWORDS.add(row.get("word"));
      }
    }
  }

  private QualifiedNames() {}

  /** {@code quote_ident()}. */
  static String quote(String name) {
    boolean plain = !name.isEmpty() && !QUOTED_KEYWORDS.contains(name);
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = c == '_' || (c >= 'a' && c <= 'z') || (i > 0 && c >= '0' && c <= '9');
    }
    return plain ? name : EngineNames.quote(name);
  }

  /**
   * The parts of a name, unquoted ones folded to lower case.
   *
   * @throws PgException 42602 when it is no name
   */
  static List<String> parse(String text) {
    List<String> parts = new ArrayList<>();
    int[] at = {-1};
    do {
      at[0]++;
      skipSpace(text, at);
      parts.add(part(text, at));
      skipSpace(text, at);
    } while (at[0] < text.length() && text.charAt(at[0]) == '.');
    if (at[0] != text.length()) {
      throw invalid();
    }
    return parts;
  }

  private static String part(String text, int[] at) {
    int start = at[0];
    if (start < text.length() && text.charAt(start) == '"') {
      StringBuilder name = new StringBuilder();
      int i = start + 1;
      while (i < text.length()) {
        char c = text.charAt(i++);
        if (c != '"') {
          name.append(c);
        } else if (i < text.length() && text.charAt(i) == '"') {
          name.append('"');
          i++;
        } else {
          at[0] = i;
          return name.toString();
        }
      }
      throw invalid();
    }
    int i = start;
    while (i < text.length() && ". \t\n\r\f\"".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    if (i == start) {
      throw invalid();
    }
    at[0] = i;
    return text.substring(start, i).toLowerCase(Locale.ROOT);
  }

  private static void skipSpace(String text, int[] at) {
    while (at[0] < text.length() && Character.isWhitespace(text.charAt(at[0]))) {
      at[0]++;
    }
  }

  /** The built-in type of an SQL spelling, with or without modifiers, or null. */
  static PgType spelledType(String text) {
    String spelling = text;
    int open = spelling.indexOf('(');
    int close = spelling.indexOf(')');
    if (open > 0 && close > open) {
      spelling = spelling.substring(0, open) + spelling.substring(close + 1);
    }
    if (!spelling.startsWith("\"")) {
      spelling = String.join(" ", spelling.strip().toLowerCase(Locale.ROOT).split("\\s+"));
      spelling = OTHER_SPELLINGS.getOrDefault(spelling, spelling);
    }
    return TypeNames.parseSimple(spelling);
  }

  static PgException invalid() {
    return new PgException(SqlState.INVALID_NAME, "invalid name syntax");
  }
}
