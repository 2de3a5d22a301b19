package io.duckgres.transpiler.unparse;

import java.util.Set;

/** Quoting of names for DuckDB. */
public final class Identifiers {
  /** DuckDB's reserved words, type and function names that can't be columns, and column names. */
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric both case cast check collate column"
                  + " constraint create default deferrable desc describe distinct do else end"
                  + " except false fetch for foreign from group having in initially intersect into"
                  + " lambda lateral leading limit not null offset on only or order pivot"
                  + " pivot_longer pivot_wider placing primary qualify references returning select"
                  + " show some summarize symmetric table then to trailing true union unique"
                  + " unpivot using variadic when where window with anti asof at authorization"
                  + " binary by collation concurrently cross freeze full generated glob ilike inner"
                  + " is isnull join left like map natural notnull outer overlaps positional right"
                  + " semi similar struct tablesample try_cast verbose between bigint bit boolean"
                  + " char character coalesce columns date dec decimal exists extract float"
                  + " grouping_id if inout int integer interval national nchar none nullif numeric"
                  + " out overlay position precision real row setof smallint substring time"
                  + " timestamp treat trim unknown unnest values varchar xmlattributes xmlconcat"
                  + " xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot"
                  + " xmlserialize xmltable current_date current_time current_timestamp"
                  + " current_user session_user user localtime localtimestamp current_catalog"
                  + " current_schema current_role grouping rowid")
              .split(" "));

  private Identifiers() {}

  /** The name, in double quotes where DuckDB would read it otherwise. */
  public static String quote(String name) {
    StringBuilder out = new StringBuilder(name.length() + 2);
    append(out, name);
    return out.toString();
  }

  static void append(StringBuilder out, String name) {
    if (isPlain(name) && !RESERVED.contains(name)) {
      out.append(name);
      return;
    }
    out.append('"');
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"') {
        out.append('"');
      }
      out.append(c);
    }
    out.append('"');
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** A string literal. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
