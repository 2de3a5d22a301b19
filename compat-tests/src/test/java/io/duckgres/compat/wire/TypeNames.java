package io.duckgres.compat.wire;

import java.util.Map;
import java.util.TreeMap;

/** Names of the built-in types that tests speak of, with their OIDs in {@code pg_type}. */
public final class TypeNames {

  /** The first OID that PostgreSQL gives to users' objects ({@code FirstNormalObjectId}). */
  public static final int FIRST_USER_OID = 16384;

  private static final Map<String, Integer> OIDS = oids();

  private TypeNames() {}

  /** The OID of a type's name; a number stands for itself, {@code unspecified} for 0. */
  public static int oid(String name) {
    Integer oid = OIDS.get(name);
    if (oid != null) {
      return oid;
    }
    return Integer.parseInt(name);
  }

  /** The name of a type's OID, its number when it has no name here, {@code user} for a user's. */
  public static String show(int oid) {
    if (Integer.compareUnsigned(oid, FIRST_USER_OID) >= 0) {
      return "user";
    }
    return OIDS.entrySet().stream()
        .filter(entry -> entry.getValue() == oid)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> Integer.toString(oid));
  }

  private static Map<String, Integer> oids() {
    Map<String, Integer> oids = new TreeMap<>();
    oids.put("unspecified", 0);
    oids.put("bool", 16);
    oids.put("bytea", 17);
    oids.put("char", 18);
    oids.put("name", 19);
    oids.put("int8", 20);
    oids.put("int2", 21);
    oids.put("int4", 23);
    oids.put("text", 25);
    oids.put("oid", 26);
    oids.put("json", 114);
    oids.put("float4", 700);
    oids.put("float8", 701);
    oids.put("unknown", 705);
    oids.put("bool[]", 1000);
    oids.put("int2[]", 1005);
    oids.put("int4[]", 1007);
    oids.put("text[]", 1009);
    oids.put("int8[]", 1016);
    oids.put("float8[]", 1022);
    oids.put("bpchar", 1042);
    oids.put("varchar", 1043);
    oids.put("date", 1082);
    oids.put("time", 1083);
    oids.put("timestamp", 1114);
    oids.put("timestamptz", 1184);
    oids.put("interval", 1186);
    oids.put("timetz", 1266);
    oids.put("bit", 1560);
    oids.put("varbit", 1562);
    oids.put("numeric", 1700);
    oids.put("regclass", 2205);
    oids.put("record", 2249);
    oids.put("void", 2278);
    oids.put("uuid", 2950);
    oids.put("jsonb", 3802);
    return oids;
  }
}
