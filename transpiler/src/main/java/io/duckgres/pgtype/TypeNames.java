package io.duckgres.pgtype;

import java.util.HashMap;
import java.util.Map;

/**
 * How PostgreSQL spells types in SQL and in messages: {@code format_type()} and its inverse for the
 * spellings without modifiers.
 *
 * <p>Source: {@code src/backend/utils/adt/format_type.c}.
 */
public final class TypeNames {
  private static final Map<String, String> SPELLING_OF = new HashMap<>();
  private static final Map<String, String> NAME_OF_SPELLING = new HashMap<>();

  static {
    spell("bit", "bit");
    spell("bool", "boolean");
    spell("bpchar", "character");
    spell("char", "\"char\"");
    spell("float4", "real");
    spell("float8", "double precision");
    spell("int2", "smallint");
    spell("int4", "integer");
    spell("int8", "bigint");
    spell("interval", "interval");
    spell("numeric", "numeric");
    spell("time", "time without time zone");
    spell("timetz", "time with time zone");
    spell("timestamp", "timestamp without time zone");
    spell("timestamptz", "timestamp with time zone");
    spell("varbit", "bit varying");
    spell("varchar", "character varying");
    spell("any", "\"any\"");
  }

  private TypeNames() {}

  /**
   * {@code format_type(type, NULL)}: the spelling without modifier, such as {@code integer} or
   * {@code text[]}.
   *
   * @param element the element type when {@code type} is an array that is not built in, else null
   */
  public static String format(PgType type, PgType element) {
    return format(type, element, Typmods.NONE, false);
  }

  /** {@code format_type(type, NULL)} of a built-in type. */
  public static String format(PgType type) {
    return format(type, null, Typmods.NONE, false);
  }

  /** {@code format_type(type, typmod)} of a built-in type, for instance {@code numeric(10,2)}. */
  public static String format(PgType type, int typmod) {
    return format(type, null, typmod, true);
  }

  private static String format(PgType type, PgType element, int typmod, boolean typmodGiven) {
    if (type.isArray() && !type.equals(PgTypes.INT2VECTOR) && !type.equals(PgTypes.OIDVECTOR)) {
      PgType of = element != null ? element : PgTypes.elementOf(type);
      if (of != null) {
        return format(of, null, typmod, typmodGiven) + "[]";
      }
    }
    boolean builtin = type.schema().equals("pg_catalog");
    String spelling = builtin ? SPELLING_OF.get(type.name()) : null;
    if (spelling == null) {
      return quoteIfNeeded(type.name());
    }
    if (typmod < 0) {
      // The grammar would read a bare CHARACTER or BIT as one of length 1.
      boolean bare = typmodGiven && (type.equals(PgTypes.BPCHAR) || type.equals(PgTypes.BIT));
      return bare && type.equals(PgTypes.BPCHAR) ? "bpchar" : bare ? "\"bit\"" : spelling;
    }
    return withModifier(type, spelling, typmod);
  }

  private static String withModifier(PgType type, String spelling, int typmod) {
    if (type.equals(PgTypes.NUMERIC)) {
      int scale = Typmods.numericScale(typmod);
      return "numeric(" + Typmods.numericPrecision(typmod) + "," + scale + ")";
    }
    if (type.equals(PgTypes.VARCHAR) || type.equals(PgTypes.BPCHAR)) {
      return spelling + "(" + Typmods.characterLength(typmod) + ")";
    }
    if (type.equals(PgTypes.BIT) || type.equals(PgTypes.VARBIT)) {
      return spelling + "(" + typmod + ")";
    }
    if (type.equals(PgTypes.INTERVAL)) {
      int precision = typmod & 0xFFFF;
      return precision == 0xFFFF ? spelling : spelling + "(" + precision + ")";
    }
    int space = spelling.indexOf(' ');
    return space < 0
        ? spelling + "(" + typmod + ")"
        : spelling.substring(0, space) + "(" + typmod + ")" + spelling.substring(space);
  }

  /**
   * The built-in type of a spelling that {@link #format(PgType)} gives, or null. Internal names are
   * understood as well.
   */
  public static PgType parseSimple(String spelling) {
    if (spelling.endsWith("[]")) {
      PgType element = parseSimple(spelling.substring(0, spelling.length() - 2));
      return element == null ? null : PgTypes.arrayOf(element);
    }
    String name = NAME_OF_SPELLING.getOrDefault(spelling, spelling);
    return PgTypes.byName(name);
  }

  private static String quoteIfNeeded(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = c == '_' || (c >= 'a' && c <= 'z') || (i > 0 && c >= '0' && c <= '9');
      if (!plain) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
      }
    }
    return name;
  }

  private static void spell(String name, String spelling) {
    SPELLING_OF.put(name, spelling);
    NAME_OF_SPELLING.put(spelling, name);
  }
}
