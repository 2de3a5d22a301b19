package io.duckgres.pgtype;

import java.util.HashMap;
import java.util.Map;

/**
 * The type table between PostgreSQL and DuckDB: how each PostgreSQL type is stored, and as what
 * each DuckDB type is shown.
 *
 * <p>What DuckDB cannot say (varchar(n), jsonb against json, oid, name …) is lost in its spelling
 * and kept beside it by the catalog emulation. Types that the engine has nothing like (inet,
 * ranges, tsvector …) are stored as text in the form that {@code io.duckgres.value} gives them,
 * money as a number of cents.
 */
public final class DuckDbTypes {
  /** Storage of a numeric without precision: 20 digits before the point and 18 after it. */
  public static final String WIDE_NUMERIC = "DECIMAL(38,18)";

  /** The most digits of a DECIMAL. */
  public static final int MAX_DECIMAL_PRECISION = 38;

  /**
   * A PostgreSQL type with its modifier.
   *
   * @param type null when the DuckDB type has no counterpart
   */
  public record Shown(PgType type, int typmod) {}

  /** Types with a text of ours: canonical, so that equal values are equal texts. */
  private static final String[] AS_TEXT = {
    "inet",
    "cidr",
    "macaddr",
    "macaddr8",
    "pg_lsn",
    "tid",
    // The engine's own bit strings can't be empty and sort by their padding.
    "bit",
    "varbit",
    "xml",
    "int4range",
    "int8range",
    "numrange",
    "daterange",
    "tsrange",
    "tstzrange",
    "int4multirange",
    "int8multirange",
    "nummultirange",
    "datemultirange",
    "tsmultirange",
    "tstzmultirange",
    "point",
    "line",
    "lseg",
    "box",
    "path",
    "polygon",
    "circle",
    "tsvector",
    "tsquery"
  };

  private static final Map<PgType, String> STORAGE = new HashMap<>();
  private static final Map<String, PgType> SHOWN = new HashMap<>();

  static {
    both(PgTypes.BOOL, "BOOLEAN");
    both(PgTypes.INT2, "SMALLINT");
    both(PgTypes.INT4, "INTEGER");
    both(PgTypes.INT8, "BIGINT");
    both(PgTypes.FLOAT4, "FLOAT");
    both(PgTypes.FLOAT8, "DOUBLE");
    both(PgTypes.TEXT, "VARCHAR");
    both(PgTypes.BYTEA, "BLOB");
    both(PgTypes.DATE, "DATE");
    both(PgTypes.TIME, "TIME");
    both(PgTypes.TIMETZ, "TIME WITH TIME ZONE");
    both(PgTypes.TIMESTAMP, "TIMESTAMP");
    both(PgTypes.TIMESTAMPTZ, "TIMESTAMP WITH TIME ZONE");
    both(PgTypes.INTERVAL, "INTERVAL");
    both(PgTypes.UUID, "UUID");
    both(PgTypes.JSON, "JSON");
    stored(PgTypes.JSONB, "JSON");
    stored(PgTypes.MONEY, "BIGINT");
    for (PgType text :
        new PgType[] {
          PgTypes.VARCHAR,
          PgTypes.BPCHAR,
          PgTypes.CHAR,
          PgTypes.NAME,
          PgTypes.UNKNOWN,
          PgTypes.CSTRING,
          PgTypes.PG_NODE_TREE,
          PgTypes.ACLITEM,
          PgTypes.JSONPATH
        }) {
      stored(text, "VARCHAR");
    }
    for (PgType oid :
        new PgType[] {
          PgTypes.OID,
          PgTypes.XID,
          PgTypes.XID8,
          PgTypes.CID,
          PgTypes.REGPROC,
          PgTypes.REGPROCEDURE,
          PgTypes.REGOPER,
          PgTypes.REGOPERATOR,
          PgTypes.REGCLASS,
          PgTypes.REGTYPE,
          PgTypes.REGROLE,
          PgTypes.REGNAMESPACE,
          PgTypes.REGCONFIG,
          PgTypes.REGDICTIONARY,
          PgTypes.REGCOLLATION
        }) {
      stored(oid, "BIGINT");
    }
    for (String text : AS_TEXT) {
      stored(PgTypes.byName(text), "VARCHAR");
    }
    stored(PgTypes.INT2VECTOR, "SMALLINT[]");
    stored(PgTypes.OIDVECTOR, "BIGINT[]");
    SHOWN.put("BIT", PgTypes.VARBIT);
    SHOWN.put("TINYINT", PgTypes.INT2);
    SHOWN.put("UTINYINT", PgTypes.INT2);
    SHOWN.put("USMALLINT", PgTypes.INT4);
    SHOWN.put("UINTEGER", PgTypes.INT8);
    SHOWN.put("TIMESTAMP_S", PgTypes.TIMESTAMP);
    SHOWN.put("TIMESTAMP_MS", PgTypes.TIMESTAMP);
    SHOWN.put("TIMESTAMP_NS", PgTypes.TIMESTAMP);
    SHOWN.put("TIME_NS", PgTypes.TIME);
    SHOWN.put("BIGNUM", PgTypes.NUMERIC);
    SHOWN.put("\"NULL\"", PgTypes.TEXT);
    SHOWN.put("NULL", PgTypes.TEXT);
  }

  private DuckDbTypes() {}

  /**
   * The DuckDB type that stores a built-in type, or a built-in array.
   *
   * @param typmod PostgreSQL's modifier, -1 for none
   * @return null when there is none; user types are the catalog's business
   */
  public static String storageOf(PgType type, int typmod) {
    if (type.equals(PgTypes.NUMERIC)) {
      return numericStorage(typmod);
    }
    String storage = STORAGE.get(type);
    if (storage == null && type.isArray()) {
      PgType element = PgTypes.elementOf(type);
      String of = element == null ? null : storageOf(element, typmod);
      return of == null ? null : of + "[]";
    }
    return storage;
  }

  private static String numericStorage(int typmod) {
    if (typmod < 0) {
      return WIDE_NUMERIC;
    }
    int scale = Typmods.numericScale(typmod);
    int precision = Math.max(Typmods.numericPrecision(typmod), scale);
    if (scale < 0) {
      // Values end in zeros before the point.
      int digits = precision - scale;
      return digits > MAX_DECIMAL_PRECISION ? null : "DECIMAL(" + digits + ",0)";
    }
    if (precision > MAX_DECIMAL_PRECISION) {
      return null;
    }
    return "DECIMAL(" + precision + "," + scale + ")";
  }

  /**
   * As what a DuckDB type is shown to clients. HUGEINT and the other wide integers are numeric with
   * no digit after the point but without a modifier; MAP and UNION are json; STRUCT is record.
   *
   * @param engineType DuckDB's spelling, for instance {@code DECIMAL(10,2)[]}
   * @return a type of null for what has no counterpart, such as an enum without a name
   */
  public static Shown shownAs(String engineType) {
    String text = engineType.trim();
    if (text.endsWith("]")) {
      Shown element = shownAs(text.substring(0, text.lastIndexOf('[')));
      PgType type = element.type();
      if (type == null) {
        return new Shown(null, Typmods.NONE);
      }
      // PostgreSQL has one array type whatever the number of dimensions.
      return type.isArray() ? element : new Shown(PgTypes.arrayOf(type), element.typmod());
    }
    int parenthesis = text.indexOf('(');
    String head = (parenthesis < 0 ? text : text.substring(0, parenthesis)).trim();
    return switch (head) {
      case "DECIMAL" -> decimal(text, parenthesis);
      case "HUGEINT", "UHUGEINT", "UBIGINT" -> new Shown(PgTypes.NUMERIC, Typmods.NONE);
      case "STRUCT" -> new Shown(PgTypes.RECORD, Typmods.NONE);
      case "MAP", "UNION", "VARIANT" -> new Shown(PgTypes.JSON, Typmods.NONE);
      default -> new Shown(SHOWN.get(head), Typmods.NONE);
    };
  }

  private static Shown decimal(String text, int parenthesis) {
    if (parenthesis < 0) {
      return new Shown(PgTypes.NUMERIC, Typmods.NONE);
    }
    String[] parts = text.substring(parenthesis + 1, text.indexOf(')')).split(",");
    int precision = Integer.parseInt(parts[0].trim());
    int scale = parts.length > 1 ? Integer.parseInt(parts[1].trim()) : 0;
    if (text.replace(" ", "").equals(WIDE_NUMERIC)) {
      return new Shown(PgTypes.NUMERIC, Typmods.NONE);
    }
    return new Shown(PgTypes.NUMERIC, Typmods.numeric(precision, scale));
  }

  private static void both(PgType type, String engineType) {
    stored(type, engineType);
    SHOWN.put(engineType, type);
  }

  private static void stored(PgType type, String engineType) {
    STORAGE.put(type, engineType);
  }
}
