package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The constraints of tables, in the side schema. */
record SideConstraints(SideSql sql, SideObjects objects) {
  List<String> foreignKeyChanged(ForeignKey key) {
    String position =
        "(SELECT coalesce(max(position), 0) + 1 FROM " + sql.side() + ".foreign_keys)";
    String values =
        String.join(
            ", ",
            SideSql.schemaLiteral(key.schema()),
            literal(key.table()),
            literal(key.name()),
            SideSql.texts(key.columns()),
            SideSql.schemaLiteral(key.referencedSchema()),
            literal(key.referencedTable()),
            SideSql.texts(key.referencedColumns()),
            key.full() ? "'f'" : "'s'",
            literal(String.valueOf(key.onUpdate().code())),
            literal(String.valueOf(key.onDelete().code())),
            SideSql.texts(key.setColumns()),
            Boolean.toString(key.deferrable()),
            Boolean.toString(key.deferred()),
            Boolean.toString(key.valid()));
    return List.of(
        foreignKeyForgotten(key),
        objects.present(SideObjects.CONSTRAINT, key.schema(), key.table(), key.name()),
        "INSERT INTO " + sql.side() + ".foreign_keys SELECT " + values + ", " + position);
  }

  List<String> foreignKeyDropped(ForeignKey key) {
    return List.of(
        foreignKeyForgotten(key),
        objects.gone(SideObjects.CONSTRAINT, key.schema(), key.table(), key.name()));
  }

  private String foreignKeyForgotten(ForeignKey key) {
    return sql.delete("foreign_keys", "table_name", key.schema(), key.table())
        + " AND constraint_name = "
        + literal(key.name());
  }

  String insert(String schema, String table, List<ConstraintRecord> constraints) {
    return "INSERT INTO "
        + sql.side()
        + ".constraint_names VALUES "
        + constraints.stream()
            .map(constraint -> row(schema, table, constraint))
            .collect(Collectors.joining(", "));
  }

  private static String row(String schema, String table, ConstraintRecord constraint) {
    return "("
        + String.join(
            ", ",
            SideSql.schemaLiteral(schema),
            literal(table),
            literal(String.valueOf(constraint.kind().code())),
            SideSql.texts(constraint.columns()),
            Integer.toString(constraint.position()),
            literal(constraint.name()),
            SideSql.nullable(constraint.expression()))
        + ")";
  }

  List<String> added(String schema, String table, ConstraintRecord constraint) {
    return List.of(
        objects.present(SideObjects.CONSTRAINT, schema, table, constraint.name()),
        insert(schema, table, List.of(constraint)));
  }

  List<String> changed(String schema, String table, List<ConstraintRecord> constraints) {
    List<String> statements = new ArrayList<>();
    statements.addAll(
        objects.constraints(
            schema, table, constraints.stream().map(ConstraintRecord::name).toList()));
    statements.add(sql.delete("constraint_names", "table_name", schema, table));
    if (!constraints.isEmpty()) {
      statements.add(insert(schema, table, constraints));
    }
    return statements;
  }
}
