package io.duckgres.gateway.session;

import io.duckgres.catalog.OidResolver;
import io.duckgres.gateway.codec.FormatSettings.OidNames;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.CatalogSnapshot;

/** Names of objects as the session's search path sees them, for regclass and its kin. */
final class SessionOidNames implements OidNames {
  private final SessionContext context;
  private CatalogSnapshot seen;
  private OidResolver resolver;

  SessionOidNames(SessionContext context) {
    this.context = context;
  }

  @Override
  public String format(int typeOid, long oid) {
    OidResolver names = resolver();
    if (names == null) {
      return Long.toUnsignedString(oid);
    }
    if (typeOid == PgTypes.REGCLASS.oid()) {
      return names.relationName(oid);
    }
    if (typeOid == PgTypes.REGTYPE.oid()) {
      return names.typeName(oid);
    }
    if (typeOid == PgTypes.REGPROC.oid()) {
      return names.procName(oid);
    }
    if (typeOid == PgTypes.REGNAMESPACE.oid()) {
      return names.schemaName(oid);
    }
    if (typeOid == PgTypes.REGROLE.oid()) {
      return names.roleName(oid);
    }
    if (typeOid == PgTypes.REGPROCEDURE.oid()) {
      return names.procedureName(oid);
    }
    if (typeOid == PgTypes.REGOPER.oid()) {
      return names.operatorName(oid);
    }
    if (typeOid == PgTypes.REGOPERATOR.oid()) {
      return names.operatorSignature(oid);
    }
    if (typeOid == PgTypes.REGCOLLATION.oid()) {
      return names.collationName(oid);
    }
    return Long.toUnsignedString(oid);
  }

  @Override
  public long parse(int typeOid, String name) {
    OidResolver names = resolver();
    if (names != null) {
      if (typeOid == PgTypes.REGCLASS.oid()) {
        return names.relationOid(name);
      }
      if (typeOid == PgTypes.REGTYPE.oid()) {
        return names.typeOid(name);
      }
      if (typeOid == PgTypes.REGPROC.oid()) {
        return names.procOid(name);
      }
      if (typeOid == PgTypes.REGNAMESPACE.oid()) {
        return names.schemaOid(name);
      }
      if (typeOid == PgTypes.REGROLE.oid()) {
        return names.roleOid(name);
      }
    }
    if (!name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Long.parseLong(name);
    }
    throw PgException.notSupported("a name as a parameter of this type");
  }

  /** Null when the catalog has no names. */
  private OidResolver resolver() {
    CatalogSnapshot snapshot = context.catalog();
    if (snapshot != seen) {
      seen = snapshot;
      resolver =
          OidResolver.canRead(snapshot) ? new OidResolver(snapshot, context.searchPath()) : null;
    }
    return resolver;
  }
}
