package io.duckgres.catalog.scalar;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Identifiers quoted and taken apart.
 *
 * <p>Source: {@code quote_identifier} in {@code src/backend/utils/adt/ruleutils.c} and {@code
 * parse_ident} in {@code misc.c}.
 */
final class IdentifierFunctions {
  /** The keywords that are not unreserved, which are quoted. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric authorization "
                  + "between bigint binary bit boolean both case cast char character check "
                  + "coalesce collate collation column concurrently constraint create cross "
                  + "current_catalog current_date current_role current_schema current_time "
                  + "current_timestamp current_user dec decimal default deferrable desc "
                  + "distinct do else end except exists extract false fetch float for "
                  + "foreign freeze from full grant greatest group grouping having ilike in "
                  + "initially inner inout int integer intersect interval into is isnull "
                  + "join json json_array json_arrayagg json_exists json_object "
                  + "json_objectagg json_query json_scalar json_serialize json_table "
                  + "json_value lateral leading least left like limit localtime "
                  + "localtimestamp merge_action national natural nchar none normalize not "
                  + "notnull null nullif numeric offset on only or order out outer overlaps "
                  + "overlay placing position precision primary real references returning "
                  + "right row select session_user setof similar smallint some substring "
                  + "symmetric system_user table tablesample then time timestamp to "
                  + "trailing treat trim true union unique user using values varchar "
                  + "variadic verbose when where window with xmlattributes xmlconcat "
                  + "xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot "
                  + "xmlserialize xmltable")
              .split(" "));

  private IdentifierFunctions() {}

  static String quote(String name) {
    boolean safe = !name.isEmpty() && !Character.isDigit(name.charAt(0));
    for (int i = 0; safe && i < name.length(); i++) {
      char c = name.charAt(i);
      safe = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
    }
    return safe && !KEYWORDS.contains(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** With ASCII's capitals as small letters; others stay, as the encoding has several bytes. */
  private static String folded(String name) {
    StringBuilder out = new StringBuilder(name);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.setCharAt(i, (char) (c + 'a' - 'A'));
      }
    }
    return out.toString();
  }

  /** The parts of a qualified name as a JSON array. */
  static String parse(String text, boolean strict) {
    List<String> parts = new ArrayList<>();
    int at = skip(text, 0);
    boolean afterDot = false;
    while (true) {
      boolean missing = true;
      if (at < text.length() && text.charAt(at) == '"') {
        int close = closing(text, at + 1);
        if (close < 0) {
          throw invalid(text).withDetail("String has unclosed double quotes.");
        }
        String part = text.substring(at + 1, close).replace("\"\"", "\"");
        if (part.isEmpty()) {
          throw invalid(text).withDetail("Quoted identifier must not be empty.");
        }
        parts.add(part);
        at = close + 1;
        missing = false;
      } else if (at < text.length() && isStart(text.charAt(at))) {
        int end = at;
        while (end < text.length() && isPart(text.charAt(end))) {
          end++;
        }
        parts.add(folded(text.substring(at, end)));
        at = end;
        missing = false;
      }
      if (missing) {
        if (at < text.length() && text.charAt(at) == '.') {
          throw invalid(text).withDetail("No valid identifier before \".\".");
        }
        throw afterDot
            ? invalid(text).withDetail("No valid identifier after \".\".")
            : invalid(text);
      }
      at = skip(text, at);
      if (at < text.length() && text.charAt(at) == '.') {
        afterDot = true;
        at = skip(text, at + 1);
      } else if (at == text.length() || !strict) {
        return JsonTexts.array(parts);
      } else {
        throw invalid(text);
      }
    }
  }

  private static int closing(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  private static int skip(String text, int from) {
    int at = from;
    while (at < text.length() && " \t\n\r\f\u000b".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean isStart(char c) {
    return c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c > 127;
  }

  private static boolean isPart(char c) {
    return isStart(c) || c >= '0' && c <= '9' || c == '$';
  }

  private static PgException invalid(String text) {
    return new PgException(
        SqlState.INVALID_PARAMETER_VALUE, "string is not a valid identifier: \"" + text + "\"");
  }
}
