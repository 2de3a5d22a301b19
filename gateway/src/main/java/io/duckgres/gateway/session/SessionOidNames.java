package io.duckgres.gateway.session;

import io.duckgres.gateway.codec.FormatSettings.OidNames;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import java.util.List;

/** Names of relations and types as the session's search path sees them. */
final class SessionOidNames implements OidNames {
  private final SessionContext context;

  SessionOidNames(SessionContext context) {
    this.context = context;
  }

  @Override
  public String format(int typeOid, long oid) {
    String name = null;
    if (oid == 0) {
      return "-";
    } else if (typeOid == PgTypes.REGCLASS.oid()) {
      name = relationName((int) oid);
    } else if (typeOid == PgTypes.REGTYPE.oid()) {
      name = typeName((int) oid);
    }
    return name == null ? Long.toUnsignedString(oid) : name;
  }

  @Override
  public long parse(int typeOid, String name) {
    if (name.equals("-")) {
      return 0;
    }
    if (!name.isEmpty() && name.chars().allMatch(Character::isDigit)) {
      return Long.parseLong(name);
    }
    List<String> parts = QualifiedName.parse(name);
    if (typeOid == PgTypes.REGCLASS.oid()) {
      Relation relation = relation(parts);
      if (relation != null) {
        return Integer.toUnsignedLong(relation.oid());
      }
      throw new PgException(
          SqlState.UNDEFINED_TABLE, "relation \"" + String.join(".", parts) + "\" does not exist");
    }
    if (typeOid == PgTypes.REGTYPE.oid()) {
      PgType type = TypeNames.parseSimple(name);
      type = type == null ? type(parts) : type;
      if (type != null) {
        return Integer.toUnsignedLong(type.oid());
      }
      throw new PgException(
          SqlState.UNDEFINED_OBJECT, "type \"" + String.join(".", parts) + "\" does not exist");
    }
    throw PgException.notSupported("a name as a parameter of this type");
  }

  private String relationName(int oid) {
    Relation relation = context.catalog().relationByOid(oid);
    if (relation == null) {
      return null;
    }
    Relation visible = relation(List.of(relation.name()));
    boolean isVisible = visible != null && visible.oid() == oid;
    return isVisible
        ? QualifiedName.format(List.of(relation.name()))
        : QualifiedName.format(List.of(relation.schema(), relation.name()));
  }

  private String typeName(int oid) {
    CatalogSnapshot catalog = context.catalog();
    PgType type = catalog.typeByOid(oid);
    if (type == null) {
      return null;
    }
    return type.isArray()
        ? TypeNames.format(type, catalog.elementOf(type))
        : TypeNames.format(type);
  }

  private Relation relation(List<String> parts) {
    CatalogSnapshot catalog = context.catalog();
    if (parts.size() == 2) {
      return catalog.relation(parts.get(0), parts.get(1));
    }
    Relation relation = catalog.relation("pg_temp", parts.get(0));
    for (String schema : context.searchPath()) {
      relation = relation == null ? catalog.relation(schema, parts.get(0)) : relation;
    }
    return relation;
  }

  private PgType type(List<String> parts) {
    CatalogSnapshot catalog = context.catalog();
    if (parts.size() == 2) {
      return catalog.type(parts.get(0), parts.get(1));
    }
    PgType type = null;
    for (String schema : context.searchPath()) {
      type = type == null ? catalog.type(schema, parts.get(0)) : type;
    }
    return type;
  }
}
