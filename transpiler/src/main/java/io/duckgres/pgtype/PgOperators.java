package io.duckgres.pgtype;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL 17's operators, read from its own {@code pg_operator}. */
public final class PgOperators {
  private static final Map<Integer, PgOperator> BY_OID = new LinkedHashMap<>();
  private static final Map<String, List<PgOperator>> BINARY = new HashMap<>();
  private static final Map<String, List<PgOperator>> PREFIX = new HashMap<>();
  private static final Map<String, PgOperator> BY_SIGNATURE = new HashMap<>();

  static {
    for (TabSeparated.Row row : TabSeparated.read(PgOperators.class, "operators.tsv")) {
      boolean prefix = row.get("oprkind").equals("l");
      PgOperator operator =
          new PgOperator(
              row.getInt("oid"),
              row.get("oprname"),
              prefix ? null : type(row.get("left")),
              type(row.get("right")),
              type(row.get("result")),
              withoutSchema(row.get("oprcode")),
              row.getInt("oprcom"),
              row.getInt("oprnegate"));
      BY_OID.put(operator.oid(), operator);
      BY_SIGNATURE.putIfAbsent(operator.signature(), operator);
      (prefix ? PREFIX : BINARY)
          .computeIfAbsent(operator.name(), name -> new ArrayList<>())
          .add(operator);
    }
  }

  private PgOperators() {}

  /** Operators with this name and two operands; empty when there is none. */
  public static List<PgOperator> binary(String name) {
    return BINARY.getOrDefault(name, List.of());
  }

  /** Prefix operators with this name; empty when there is none. */
  public static List<PgOperator> prefix(String name) {
    return PREFIX.getOrDefault(name, List.of());
  }

  /** The operator with this OID, or null. */
  public static PgOperator byOid(int oid) {
    return BY_OID.get(oid);
  }

  /**
   * The operator that the function with this signature carries out; null when there is none.
   *
   * @see PgOperator#signature()
   */
  public static PgOperator ofFunction(String signature) {
    return BY_SIGNATURE.get(signature);
  }

  /** All of them, in the order of the reference table. */
  public static Collection<PgOperator> all() {
    return Collections.unmodifiableCollection(BY_OID.values());
  }

  private static PgType type(String spelling) {
    PgType type = TypeNames.parseSimple(spelling);
    if (type == null) {
      throw new IllegalStateException("operators.tsv names the unknown type " + spelling);
    }
    return type;
  }

  private static String withoutSchema(String function) {
    return function.substring(function.lastIndexOf('.') + 1);
  }
}
