package io.duckgres.transpiler.unparse;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.tree.ExpressionType;

/** The spelling of types in DuckDB SQL, users' types included. */
public final class EngineTypeNames {
  private EngineTypeNames() {}

  /**
   * The engine's type for values of a type.
   *
   * @throws PgException 0A000 when it has none
   */
  public static String of(ExpressionType type) {
    return of(type.type(), type.typmod()) + "[]".repeat(type.levels() - 1);
  }

  /** See {@link #of(ExpressionType)}. */
  public static String of(PgType type, int typmod) {
    String storage = DuckDbTypes.storageOf(type, typmod);
    if (storage != null) {
      return storage;
    }
    if (type.kind() == TypeKind.DOMAIN && PgTypes.byOid(type.baseOid()) != null) {
      return of(PgTypes.byOid(type.baseOid()), type.baseTypmod());
    }
    if (type.oid() >= 16384) {
      return userType(type);
    }
    if (type.equals(PgTypes.NUMERIC)) {
      throw PgException.notSupported(
          "type " + TypeNames.format(type, typmod) + " (more than 38 digits)");
    }
    throw PgException.notSupported("type " + TypeNames.format(type));
  }

  private static String userType(PgType type) {
    if (type.kind() == TypeKind.BASE && type.isArray()) {
      return name(type.schema(), type.name().substring(1)) + "[]";
    }
    return name(type.schema(), type.name());
  }

  private static String name(String schema, String name) {
    String engineSchema = schema.equals("public") ? "main" : schema;
    return Identifiers.quote(engineSchema) + "." + Identifiers.quote(name);
  }
}
