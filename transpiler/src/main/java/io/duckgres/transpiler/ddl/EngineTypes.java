package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.tree.ExpressionType;
import java.util.ArrayList;
import java.util.List;

/** How the engine spells the type of a column. */
final class EngineTypes {
  private final CatalogSnapshot catalog;

  EngineTypes(CatalogSnapshot catalog) {
    this.catalog = catalog;
  }

  /**
   * The engine's type that stores values of this type.
   *
   * @param column the column's name, for messages
   * @param start the type's offset in the statement
   * @throws PgException 42P16 for a pseudo-type, 0A000 for a type without storage
   */
  String storage(ExpressionType type, String column, int start) {
    PgType plain = type.type();
    if (plain.isPseudo()) {
      throw Errors.of(
          SqlState.INVALID_TABLE_DEFINITION,
          "column \"" + column + "\" has pseudo-type " + TypeNames.format(plain));
    }
    String storage = storageOrNull(plain, type.typmod());
    if (storage == null) {
      throw Errors.notSupported(
          start,
          "type " + TypeNames.format(plain, type.typmod()) + " of column \"" + column + "\"");
    }
    return storage + "[]".repeat(type.levels() - 1);
  }

  private String storageOrNull(PgType type, int typmod) {
    if (type.kind() == TypeKind.ENUM) {
      List<String> name = new ArrayList<>(catalog.engineSchema(type.schema()));
      name.add(type.name());
      return EngineSql.name(name);
    }
    if (type.kind() == TypeKind.DOMAIN) {
      PgType base = catalog.typeByOid(type.baseOid());
      return base == null ? null : storageOrNull(base, type.baseTypmod());
    }
    if (type.kind() == TypeKind.COMPOSITE) {
      return composite(type);
    }
    if (type.isArray()) {
      PgType element = catalog.elementOf(type);
      boolean own =
          element != null
              && (element.kind() == TypeKind.ENUM
                  || element.kind() == TypeKind.COMPOSITE
                  || element.kind() == TypeKind.DOMAIN);
      if (own) {
        String storage = storageOrNull(element, typmod);
        return storage == null ? null : storage + "[]";
      }
    }
    return DuckDbTypes.storageOf(type, typmod);
  }

  /** All fields in the engine's words: a table's row type has no name there. */
  private String composite(PgType type) {
    List<String> fields = new ArrayList<>();
    for (Attribute field : catalog.fieldsOf(type)) {
      String storage =
          field.type() == null
              ? field.engineType()
              : storageOrNull(field.declaredType(), field.typmod());
      if (storage == null) {
        return null;
      }
      fields.add(EngineSql.name(field.name()) + " " + storage);
    }
    return fields.isEmpty() ? null : "STRUCT(" + String.join(", ", fields) + ")";
  }
}
