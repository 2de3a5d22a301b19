package io.duckgres.catalog;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.catalog.Attribute;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads users' types through one connection, as its transaction sees them. */
final class UserTypeLoader {
  /** Keys of what it reads. */
  static final List<String> READS = List.of("engine.types", "engine.composite_fields");

  private UserTypeLoader() {}

  static UserTypes load(Connection connection) throws SQLException {
    UserTypes types = new UserTypes();
    String all =
        "SELECT oid, typarray, schema_name, temporary, typname, typtype, base_oid, typmod, labels "
            + "FROM duckgres.engine_.types";
    try (PreparedStatement statement = connection.prepareStatement(all);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        PgType type = type(row);
        types.add(type);
        if (row.getString(6).equals("e")) {
          types.addLabels(type, strings(row.getArray(9)));
        }
      }
    }
    String fields =
        "SELECT type_oid, attnum, attname, atttypid, atttypmod, engine_type "
            + "FROM duckgres.engine_.composite_fields ORDER BY 1, 2";
    try (PreparedStatement statement = connection.prepareStatement(fields);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        types.addField(
            row.getInt(1),
            new Attribute(
                row.getInt(2),
                row.getString(3),
                types.byOid(row.getInt(4)),
                row.getInt(5),
                false,
                null,
                false,
                row.getString(6)));
      }
    }
    return types;
  }

  private static PgType type(ResultSet row) throws SQLException {
    int oid = row.getInt(1);
    int arrayOid = row.getInt(2);
    String schema = ContentLoader.schema(row.getString(3), row.getBoolean(4));
    String name = row.getString(5);
    return switch (row.getString(6)) {
      case "e" -> PgType.enumType(oid, schema, name, arrayOid);
      case "c" -> PgType.composite(oid, schema, name, oid + 1, arrayOid);
      default ->
          PgType.domain(oid, schema, name, PgTypes.byOid(row.getInt(7)), row.getInt(8), arrayOid);
    };
  }

  private static List<String> strings(Array array) throws SQLException {
    List<String> strings = new ArrayList<>();
    for (Object element : (Object[]) array.getArray()) {
      strings.add((String) element);
    }
    return strings;
  }
}
