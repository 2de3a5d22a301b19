package io.duckgres.pgtype;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * PostgreSQL 17's built-in types, read from its own {@code pg_type}. Constants name those that our
 * code refers to.
 */
public final class PgTypes {
  private static final Map<Integer, PgType> BY_OID = new LinkedHashMap<>();
  private static final Map<String, PgType> BY_NAME = new HashMap<>();

  static {
    for (TabSeparated.Row row : TabSeparated.read(PgTypes.class, "types.tsv")) {
      PgType type =
          new PgType(
              row.getInt("oid"),
              row.get("typname"),
              row.get("namespace"),
              row.getInt("typlen"),
              TypeKind.of(row.get("typtype").charAt(0)),
              row.get("typcategory").charAt(0),
              row.getBoolean("typispreferred"),
              row.get("typdelim").charAt(0),
              row.getInt("typrelid"),
              row.getInt("typelem"),
              row.getInt("typarray"),
              row.getInt("typbasetype"),
              row.getInt("typtypmod"));
      BY_OID.put(type.oid(), type);
      if (type.schema().equals("pg_catalog")) {
        BY_NAME.put(type.name(), type);
      }
    }
  }

  public static final PgType BOOL = named("bool");
  public static final PgType BYTEA = named("bytea");
  public static final PgType CHAR = named("char");
  public static final PgType NAME = named("name");
  public static final PgType INT8 = named("int8");
  public static final PgType INT2 = named("int2");
  public static final PgType INT2VECTOR = named("int2vector");
  public static final PgType INT4 = named("int4");
  public static final PgType REGPROC = named("regproc");
  public static final PgType REGPROCEDURE = named("regprocedure");
  public static final PgType REGOPER = named("regoper");
  public static final PgType REGOPERATOR = named("regoperator");
  public static final PgType REGCLASS = named("regclass");
  public static final PgType REGTYPE = named("regtype");
  public static final PgType REGROLE = named("regrole");
  public static final PgType REGNAMESPACE = named("regnamespace");
  public static final PgType REGCONFIG = named("regconfig");
  public static final PgType REGDICTIONARY = named("regdictionary");
  public static final PgType REGCOLLATION = named("regcollation");
  public static final PgType TEXT = named("text");
  public static final PgType OID = named("oid");
  public static final PgType TID = named("tid");
  public static final PgType XID = named("xid");
  public static final PgType XID8 = named("xid8");
  public static final PgType CID = named("cid");
  public static final PgType OIDVECTOR = named("oidvector");
  public static final PgType JSON = named("json");
  public static final PgType JSONB = named("jsonb");
  public static final PgType JSONPATH = named("jsonpath");
  public static final PgType XML = named("xml");
  public static final PgType FLOAT4 = named("float4");
  public static final PgType FLOAT8 = named("float8");
  public static final PgType MONEY = named("money");
  public static final PgType BPCHAR = named("bpchar");
  public static final PgType VARCHAR = named("varchar");
  public static final PgType DATE = named("date");
  public static final PgType TIME = named("time");
  public static final PgType TIMETZ = named("timetz");
  public static final PgType TIMESTAMP = named("timestamp");
  public static final PgType TIMESTAMPTZ = named("timestamptz");
  public static final PgType INTERVAL = named("interval");
  public static final PgType BIT = named("bit");
  public static final PgType VARBIT = named("varbit");
  public static final PgType NUMERIC = named("numeric");
  public static final PgType UUID = named("uuid");
  public static final PgType INET = named("inet");
  public static final PgType CIDR = named("cidr");
  public static final PgType MACADDR = named("macaddr");
  public static final PgType PG_NODE_TREE = named("pg_node_tree");
  public static final PgType ACLITEM = named("aclitem");
  public static final PgType UNKNOWN = named("unknown");
  public static final PgType CSTRING = named("cstring");
  public static final PgType RECORD = named("record");
  public static final PgType RECORD_ARRAY = named("_record");
  public static final PgType VOID = named("void");
  public static final PgType ANY = named("any");
  public static final PgType ANYARRAY = named("anyarray");
  public static final PgType ANYELEMENT = named("anyelement");
  public static final PgType ANYNONARRAY = named("anynonarray");
  public static final PgType ANYENUM = named("anyenum");
  public static final PgType ANYRANGE = named("anyrange");
  public static final PgType ANYMULTIRANGE = named("anymultirange");
  public static final PgType ANYCOMPATIBLE = named("anycompatible");
  public static final PgType ANYCOMPATIBLEARRAY = named("anycompatiblearray");
  public static final PgType ANYCOMPATIBLENONARRAY = named("anycompatiblenonarray");
  public static final PgType ANYCOMPATIBLERANGE = named("anycompatiblerange");
  public static final PgType ANYCOMPATIBLEMULTIRANGE = named("anycompatiblemultirange");
  public static final PgType TRIGGER = named("trigger");

  private PgTypes() {}

  /** The built-in type with this OID, or null when there is none. */
  public static PgType byOid(int oid) {
    return BY_OID.get(oid);
  }

  /** The type of {@code pg_catalog} with this internal name ({@code int4}), or null. */
  public static PgType byName(String name) {
    return BY_NAME.get(name);
  }

  /** The built-in array type over {@code element}, or null when it has none. */
  public static PgType arrayOf(PgType element) {
    return element.arrayOid() == 0 ? null : byOid(element.arrayOid());
  }

  /** The built-in element type of {@code array}, or null when it is no array. */
  public static PgType elementOf(PgType array) {
    return array.elementOid() == 0 ? null : byOid(array.elementOid());
  }

  /** All built-in types, in the order of PostgreSQL's catalog. */
  public static Collection<PgType> all() {
    return Collections.unmodifiableCollection(BY_OID.values());
  }

  private static PgType named(String name) {
    PgType type = BY_NAME.get(name);
    if (type == null) {
      throw new IllegalStateException("types.tsv has no " + name);
    }
    return type;
  }
}
