package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.catalog.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Users' domains, composite and enum types, in the side schema. */
record SideTypes(SideSql sql, SideObjects objects, SideColumns columnTypes) {
  List<String> domainCreated(String schema, String name, PgType base, int typmod, Domain domain) {
    boolean builtin = base.schema().equals("pg_catalog");
    List<String> statements = new ArrayList<>(forgotten(schema, name));
    statements.add(objects.present(SideObjects.TYPE, schema, "", name));
    statements.add(
        "INSERT INTO "
            + sql.side()
            + ".domains VALUES ("
            + String.join(
                ", ",
                SideSql.schemaLiteral(schema),
                literal(name),
                builtin ? Integer.toString(base.oid()) : "NULL",
                literal(builtin ? "pg_catalog" : EngineNames.engineSchema(base.schema())),
                literal(base.name()),
                Integer.toString(typmod),
                Boolean.toString(domain.notNull()),
                SideSql.nullable(domain.defaultText()),
                SideSql.texts(domain.checks().stream().map(Domain.Check::name).toList()),
                SideSql.texts(domain.checks().stream().map(Domain.Check::text).toList()),
                SideSql.texts(domain.checks().stream().map(Domain.Check::sql).toList()),
                SideSql.nullable(domain.defaultSql()))
            + ")");
    return statements;
  }

  List<String> compositeCreated(String schema, String name, List<ColumnRecord> attributes) {
    List<String> statements = new ArrayList<>(forgotten(schema, name));
    statements.add(objects.present(SideObjects.TYPE, schema, "", name));
    // All of them, for the engine's catalog lists no fields.
    String rows =
        attributes.stream()
            .map(a -> columnTypes.row(schema, name, a))
            .collect(Collectors.joining(", "));
    statements.add("INSERT INTO " + sql.side() + ".column_types VALUES " + rows);
    return statements;
  }

  List<String> enumChanged(
      String schema, String name, List<String> labelsBefore, List<String> labels) {
    String defaults = "default_text";
    for (int i = 0; labels.size() == labelsBefore.size() && i < labels.size(); i++) {
      if (!labels.get(i).equals(labelsBefore.get(i))) {
        defaults =
            "replace(default_text, "
                + literal(literal(labelsBefore.get(i)) + "::")
                + ", "
                + literal(literal(labels.get(i)) + "::")
                + ")";
      }
    }
    return List.of(
        "UPDATE "
            + sql.side()
            + ".column_types SET engine_type = replace(engine_type, "
            + literal(UserTypes.enumText(labelsBefore))
            + ", "
            + literal(UserTypes.enumText(labels))
            + "), default_text = "
            + defaults
            + " WHERE type_schema = "
            + SideSql.schemaLiteral(schema)
            + " AND type_name = "
            + literal(name));
  }

  List<String> dropped(String schema, String name) {
    List<String> statements = new ArrayList<>(forgotten(schema, name));
    statements.add(objects.gone(SideObjects.TYPE, schema, "", name));
    return statements;
  }

  private List<String> forgotten(String schema, String name) {
    return List.of(
        sql.delete("domains", "domain_name", schema, name),
        sql.delete("column_types", "relation_name", schema, name));
  }
}
