package io.duckgres.catalog;

import static io.duckgres.catalog.EngineNames.literal;

import io.duckgres.transpiler.catalog.RoleRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of the side schema's tables of roles and privileges. */
final class SidePrivileges {
  private final String side;

  SidePrivileges(String side) {
    this.side = side;
  }

  List<String> roleChanged(RoleRecord role) {
    String name = literal(role.name());
    String number =
        "coalesce((SELECT any_value(number) FROM "
            + side
            + ".roles WHERE role_name = "
            + name
            + "), (SELECT coalesce(max(number), 0) + 1 FROM "
            + side
            + ".roles))";
    String values =
        String.join(
            ", ",
            name,
            number,
            Boolean.toString(role.superuser()),
            Boolean.toString(role.inherit()),
            Boolean.toString(role.createRole()),
            Boolean.toString(role.createDatabase()),
            Boolean.toString(role.login()),
            Boolean.toString(role.replication()),
            Boolean.toString(role.bypassRowSecurity()));
    return List.of(
        "INSERT INTO " + side + ".roles SELECT " + values,
        "DELETE FROM "
            + side
            + ".roles WHERE role_name = "
            + name
            + " AND rowid < (SELECT max(rowid) FROM "
            + side
            + ".roles WHERE role_name = "
            + name
            + ")");
  }

  List<String> roleDropped(String role) {
    String name = literal(role);
    return List.of(
        "DELETE FROM " + side + ".roles WHERE role_name = " + name,
        "DELETE FROM "
            + side
            + ".role_members WHERE role_name = "
            + name
            + " OR member_name = "
            + name,
        "DELETE FROM " + side + ".privileges WHERE grantee = " + name);
  }

  List<String> memberChanged(String role, String member, boolean granted) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "DELETE FROM "
            + side
            + ".role_members WHERE role_name = "
            + literal(role)
            + " AND member_name = "
            + literal(member));
    if (granted) {
      statements.add(
          "INSERT INTO "
              + side
              + ".role_members VALUES ("
              + literal(role)
              + ", "
              + literal(member)
              + ")");
    }
    return statements;
  }

  /**
   * @param key kind, schema, object, column, grantee and privilege
   */
  List<String> privilegeChanged(List<String> key, boolean granted, boolean option) {
    List<String> literals = key.stream().map(EngineNames::literal).toList();
    List<String> names =
        List.of("kind", "schema_name", "object_name", "column_name", "grantee", "privilege");
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      // Without a column all of the table's are meant.
      if (i != 3 || !key.get(i).isEmpty()) {
        conditions.add(names.get(i) + " = " + literals.get(i));
      }
    }
    List<String> statements = new ArrayList<>();
    boolean onlyOption = !granted && option;
    statements.add(
        (onlyOption
                ? "UPDATE " + side + ".privileges SET grant_option = false"
                : "DELETE FROM " + side + ".privileges")
            + " WHERE "
            + String.join(" AND ", conditions)
            + (granted ? " AND column_name = " + literals.get(3) : ""));
    if (granted) {
      statements.add(
          "INSERT INTO "
              + side
              + ".privileges VALUES ("
              + String.join(", ", literals)
              + ", "
              + option
              + ")");
    }
    return statements;
  }

  static List<RoleRecord> load(Connection connection, InstanceNames names) throws SQLException {
    List<RoleRecord> roles = new ArrayList<>();
    String sql =
        "SELECT role_name, is_super, inherits, creates_roles, creates_databases, logs_in, "
            + "replicates, bypasses_rls FROM "
            + SideSchema.qualifiedName(names.engineDatabase())
            + ".roles";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        roles.add(
            new RoleRecord(
                row.getString(1),
                row.getBoolean(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getBoolean(8)));
      }
    }
    return List.copyOf(roles);
  }
}
