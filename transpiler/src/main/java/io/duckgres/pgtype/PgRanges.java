package io.duckgres.pgtype;

import java.util.HashMap;
import java.util.Map;

/**
 * PostgreSQL's built-in range types: what each is over, and its multirange type.
 *
 * @see <a href="https://www.postgresql.org/docs/17/catalog-pg-range.html">pg_range</a>
 */
public final class PgRanges {
  private static final Map<PgType, PgType> ELEMENTS = new HashMap<>();
  private static final Map<PgType, PgType> MULTIRANGES = new HashMap<>();
  private static final Map<PgType, PgType> RANGES = new HashMap<>();

  static {
    range("int4", PgTypes.INT4);
    range("int8", PgTypes.INT8);
    range("num", PgTypes.NUMERIC);
    range("date", PgTypes.DATE);
    range("ts", PgTypes.TIMESTAMP);
    range("tstz", PgTypes.TIMESTAMPTZ);
  }

  private PgRanges() {}

  private static void range(String prefix, PgType element) {
    PgType range = PgTypes.byName(prefix + "range");
    PgType multirange = PgTypes.byName(prefix + "multirange");
    ELEMENTS.put(range, element);
    MULTIRANGES.put(range, multirange);
    RANGES.put(multirange, range);
  }

  /** The type that a range is over; null when the type is no range. */
  public static PgType elementOf(PgType range) {
    return ELEMENTS.get(range);
  }

  /** The multirange type of a range type, or null. */
  public static PgType multirangeOf(PgType range) {
    return MULTIRANGES.get(range);
  }

  /** The range type of a multirange type, or null. */
  public static PgType rangeOf(PgType multirange) {
    return RANGES.get(multirange);
  }
}
