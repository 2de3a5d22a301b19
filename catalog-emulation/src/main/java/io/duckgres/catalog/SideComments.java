package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import java.util.ArrayList;
import java.util.List;

/** Comments that the engine cannot hold, in the side schema. */
final class SideComments {
  private SideComments() {}

  static List<String> commented(
      SideSql sql, String objectClass, String schema, String object, String part, String comment) {
    List<String> statements = new ArrayList<>();
    statements.add(
        sql.delete("comments", "object_name", schema, object)
            + " AND object_class = "
            + literal(objectClass)
            + " AND part = "
            + literal(part));
    if (comment != null) {
      statements.add(
          "INSERT INTO "
              + sql.side()
              + ".comments VALUES ("
              + String.join(
                  ", ",
                  literal(objectClass),
                  SideSql.schemaLiteral(schema),
                  literal(object),
                  literal(part),
                  literal(comment))
              + ")");
    }
    return statements;
  }
}
