package io.duckgres.catalog;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgProcs;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.Routine;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names of objects and their OIDs both ways, as the types regclass, regtype, regproc, regnamespace
 * and regrole read and print them: a name is qualified only when the search path does not lead to
 * it, and quoted only where it must be. OID 0 is {@code -}, an OID that nothing has prints as a
 * number, and a number reads as itself.
 *
 * @see <a href="https://www.postgresql.org/docs/17/datatype-oid.html">Object Identifier Types</a>
 */
public final class OidResolver {
  private final LoadedSnapshot snapshot;
  private final List<String> searchPath;

  /**
   * @param snapshot a snapshot of {@link SessionCatalog}
   * @param searchPath the schemas searched in order, {@code pg_catalog} included
   */
  public OidResolver(CatalogSnapshot snapshot, List<String> searchPath) {
    this.snapshot = (LoadedSnapshot) snapshot;
    this.searchPath = List.copyOf(searchPath);
  }

  /** Whether the snapshot is one of the emulation, whose names can be resolved. */
  public static boolean canRead(CatalogSnapshot snapshot) {
    return snapshot instanceof LoadedSnapshot;
  }

  /** regclass output. */
  public String relationName(long oid) {
    Relation relation = oid == 0 ? null : snapshot.relationByOid((int) oid);
    if (relation == null) {
      return number(oid);
    }
    Relation found = find(relation.name());
    boolean visible = found != null && found.oid() == relation.oid();
    return qualified(visible, relation.schema(), relation.name());
  }

  /**
   * regclass input.
   *
   * @throws PgException 42P01 when there is no such relation, 42602 when it is no name
   */
  public long relationOid(String text) {
    Long number = asNumber(text);
    if (number != null) {
      return number;
    }
    List<String> parts = parts(text);
    String name = parts.get(parts.size() - 1);
    Relation relation =
        parts.size() == 1 ? find(name) : snapshot.relation(parts.get(parts.size() - 2), name);
    if (relation == null) {
      throw new PgException(
          SqlState.UNDEFINED_TABLE, "relation \"" + String.join(".", parts) + "\" does not exist");
    }
    return relation.oid();
  }

  /** regtype output: as {@code format_type(oid, NULL)}. */
  public String typeName(long oid) {
    PgType type = oid == 0 ? null : snapshot.typeByOid((int) oid);
    if (type == null) {
      return number(oid);
    }
    boolean vector = type.equals(PgTypes.INT2VECTOR) || type.equals(PgTypes.OIDVECTOR);
    PgType element = type.isArray() && !vector ? snapshot.elementOf(type) : null;
    if (element != null) {
      return typeName(element.oid()) + "[]";
    }
    if (type.schema().equals("pg_catalog")) {
      return TypeNames.format(type);
    }
    PgType found = findType(type.name());
    return qualified(found != null && found.equals(type), type.schema(), type.name());
  }

  /**
   * regtype input: SQL spellings, internal names and users' types, arrays of them; modifiers are
   * read over.
   *
   * @throws PgException 42704 when there is no such type, 42602 when it is no name
   */
  public long typeOid(String text) {
    Long number = asNumber(text);
    if (number != null) {
      return number;
    }
    PgType type = type(text.strip());
    if (type == null) {
      throw new PgException(
          SqlState.UNDEFINED_OBJECT, "type \"" + text.strip() + "\" does not exist");
    }
    return type.oid();
  }

  /** regproc output. */
  public String procName(long oid) {
    PgProc proc = oid == 0 ? null : PgProcs.byOid((int) oid);
    if (proc == null) {
      Routine routine = oid == 0 ? null : routine(oid);
      return routine == null ? number(oid) : routineName(routine);
    }
    boolean visible = searchPath.contains("pg_catalog") && PgProcs.byName(proc.name()).size() == 1;
    return qualified(visible, "pg_catalog", proc.name());
  }

  /**
   * regproc input.
   *
   * @throws PgException 42883 when there is no such function, 42725 when there are several
   */
  public long procOid(String text) {
    Long number = asNumber(text);
    if (number != null) {
      return number;
    }
    List<String> parts = parts(text);
    String name = parts.get(parts.size() - 1);
    boolean searched = parts.size() == 1 || parts.get(parts.size() - 2).equals("pg_catalog");
    List<PgProc> procs = searched ? PgProcs.byName(name) : List.of();
    if (procs.isEmpty()) {
      throw new PgException(
          SqlState.UNDEFINED_FUNCTION,
          "function \"" + String.join(".", parts) + "\" does not exist");
    }
    if (procs.size() > 1) {
      throw new PgException(
          SqlState.AMBIGUOUS_FUNCTION,
          "more than one function named \"" + String.join(".", parts) + "\"");
    }
    return procs.get(0).oid();
  }

  /** regprocedure output. */
  public String procedureName(long oid) {
    String name = NameFunctions.procedureName(oid);
    Routine routine = name != null || oid == 0 ? null : routine(oid);
    if (routine != null) {
      return qualified(searchPath.contains(routine.schema()), routine.schema(), routine.name())
          + routine.proc().argumentTypes().stream()
              .map(TypeNames::format)
              .collect(Collectors.joining(",", "(", ")"));
    }
    return name != null ? name : number(oid);
  }

  private Routine routine(long oid) {
    for (Routine routine : snapshot.routines()) {
      if (routine.oid() == oid) {
        return routine;
      }
    }
    return null;
  }

  private String routineName(Routine routine) {
    boolean unique =
        searchPath.contains(routine.schema())
            && PgProcs.byName(routine.name()).isEmpty()
            && snapshot.routines(null, routine.name()).size() == 1;
    return qualified(unique, routine.schema(), routine.name());
  }

  /** regoper output. */
  public String operatorName(long oid) {
    String name = NameFunctions.operatorName(oid);
    return name != null ? name : Long.toString(oid);
  }

  /** regoperator output. */
  public String operatorSignature(long oid) {
    String name = NameFunctions.operatorSignature(oid);
    return name != null ? name : Long.toString(oid);
  }

  /** regcollation output. */
  public String collationName(long oid) {
    String name = SystemCollations.nameOf(oid);
    return name != null ? QualifiedNames.quote(name) : number(oid);
  }

  /** regnamespace output. */
  public String schemaName(long oid) {
    for (Map.Entry<String, Integer> schema : snapshot.schemas().entrySet()) {
      if (schema.getValue() == oid) {
        return QualifiedNames.quote(schema.getKey());
      }
    }
    for (Map.Entry<String, Integer> schema : SystemSchemas.OIDS.entrySet()) {
      if (schema.getValue() == oid) {
        return schema.getKey();
      }
    }
    return number(oid);
  }

  /**
   * regnamespace input.
   *
   * @throws PgException 3F000 when there is no such schema, 42602 when it is no name
   */
  public long schemaOid(String text) {
    Long number = asNumber(text);
    if (number != null) {
      return number;
    }
    String name = single(text);
    Integer oid = SystemSchemas.OIDS.get(name);
    oid = oid != null ? oid : snapshot.schemas().get(name);
    if (oid == null) {
      throw new PgException(SqlState.INVALID_SCHEMA_NAME, "schema \"" + name + "\" does not exist");
    }
    return oid;
  }

  /** regrole output. */
  public String roleName(long oid) {
    if (oid == SystemRoles.OWNER) {
      return QualifiedNames.quote(snapshot.names().user());
    }
    String name = SystemRoles.nameOf(oid);
    return name != null ? name : number(oid);
  }

  /**
   * regrole input.
   *
   * @throws PgException 42704 when there is no such role, 42602 when it is no name
   */
  public long roleOid(String text) {
    Long number = asNumber(text);
    if (number != null) {
      return number;
    }
    String name = single(text);
    if (name.equals(snapshot.names().user())) {
      return SystemRoles.OWNER;
    }
    Long oid = SystemRoles.oidOf(name);
    if (oid == null) {
      throw new PgException(SqlState.UNDEFINED_OBJECT, "role \"" + name + "\" does not exist");
    }
    return oid;
  }

  private Relation find(String name) {
    for (String schema : searchPath) {
      Relation relation = snapshot.relation(schema, name);
      if (relation != null) {
        return relation;
      }
    }
    return null;
  }

  private PgType findType(String name) {
    for (String schema : searchPath) {
      PgType type = snapshot.type(schema, name);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  private PgType type(String text) {
    if (text.endsWith("[]")) {
      PgType element = type(text.substring(0, text.length() - 2).strip());
      return element == null ? null : element.isArray() ? element : snapshot.arrayOf(element);
    }
    PgType spelled = QualifiedNames.spelledType(text);
    if (spelled != null) {
      return spelled;
    }
    List<String> parts = parts(text);
    String name = parts.get(parts.size() - 1);
    return parts.size() == 1 ? findType(name) : snapshot.type(parts.get(parts.size() - 2), name);
  }

  private static String qualified(boolean visible, String schema, String name) {
    String quoted = QualifiedNames.quote(name);
    return visible ? quoted : QualifiedNames.quote(schema) + "." + quoted;
  }

  private static List<String> parts(String text) {
    return QualifiedNames.parse(text);
  }

  private static String single(String text) {
    List<String> parts = parts(text);
    if (parts.size() != 1) {
      throw QualifiedNames.invalid();
    }
    return parts.get(0);
  }

  private static String number(long oid) {
    return oid == 0 ? "-" : Long.toString(oid);
  }

  private static Long asNumber(String text) {
    if (text.equals("-")) {
      return 0L;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return null;
      }
    }
    return text.isEmpty() || text.length() > 10 ? null : Long.valueOf(text);
  }
}
