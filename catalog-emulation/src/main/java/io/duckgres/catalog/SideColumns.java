package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ColumnRecord;
import java.util.List;

/** Rows of the side schema's {@code column_types}, and of temporary tables' alike. */
final class SideColumns {
  private final String table;
  private final CatalogSnapshot snapshot;

  /**
   * @param table where they are
   * @param snapshot tells the labels and base types of users' types
   */
  SideColumns(String table, CatalogSnapshot snapshot) {
    this.table = table;
    this.snapshot = snapshot;
  }

  /** Adds the statement that keeps those of the columns whose engine type says too little. */
  void insert(List<String> statements, String schema, String relation, List<ColumnRecord> columns) {
    StringBuilder rows = new StringBuilder();
    for (ColumnRecord column : columns) {
      if (isNeeded(column)) {
        rows.append(rows.length() == 0 ? "" : ", ").append(row(schema, relation, column));
      }
    }
    if (rows.length() > 0) {
      statements.add("INSERT INTO " + table + " VALUES " + rows);
    }
  }

  private static boolean isNeeded(ColumnRecord column) {
    if (column.identity() != null || column.generated() != null || column.defaultText() != null) {
      return true;
    }
    DuckDbTypes.Shown shown = DuckDbTypes.shownAs(column.engineType());
    return !column.type().equals(shown.type()) || column.typmod() != shown.typmod();
  }

  /** One row of values. */
  String row(String schema, String relation, ColumnRecord column) {
    PgType type = column.type();
    boolean builtin = type.schema().equals("pg_catalog");
    return "("
        + String.join(
            ", ",
            SideSql.schemaLiteral(schema),
            literal(relation),
            literal(column.name()),
            Integer.toString(column.number()),
            literal(engineType(column)),
            builtin ? Integer.toString(type.oid()) : "NULL",
            literal(builtin ? "pg_catalog" : EngineNames.engineSchema(type.schema())),
            literal(type.name()),
            Integer.toString(column.typmod()),
            SideSql.nullable(column.generated()),
            SideSql.nullable(column.identity()),
            SideSql.nullable(column.defaultText()))
        + ")";
  }

  /** The engine has a list within the other for each dimension. */
  private static String brackets(String engineType) {
    int end = engineType.length();
    while (engineType.startsWith("[]", end - 2)) {
      end -= 2;
    }
    return engineType.substring(end);
  }

  /** The engine's type as its catalog spells it, users' types resolved as the engine does. */
  private String engineType(ColumnRecord column) {
    PgType type = column.type();
    if (type.schema().equals("pg_catalog")) {
      return column.engineType();
    }
    if (type.isArray()) {
      PgType element = snapshot.elementOf(type);
      // A STRUCT is compared without its fields and brackets.
      return element == null || element.kind() == TypeKind.COMPOSITE
          ? "STRUCT"
          : spelling(element) + brackets(column.engineType());
    }
    return spelling(type);
  }

  private String spelling(PgType type) {
    switch (type.kind()) {
      case ENUM -> {
        return UserTypes.enumText(snapshot.labelsOf(type));
      }
      case DOMAIN -> {
        PgType base = snapshot.typeByOid(type.baseOid());
        String storage = DuckDbTypes.storageOf(base, type.baseTypmod());
        return storage != null ? storage : spelling(base);
      }
      default -> {
        return "STRUCT";
      }
    }
  }

  String forgotten(SideSql sql, String schema, String table, String column) {
    return sql.delete("column_types", "relation_name", schema, table)
        + " AND column_name = "
        + literal(column);
  }
}
