package io.duckgres.catalog;

import io.duckgres.transpiler.catalog.Domain;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what users' domains demand, by schema and name. */
final class DomainLoader {
  private DomainLoader() {}

  static Map<List<String>, Domain> load(Connection connection, InstanceNames names)
      throws SQLException {
    Map<List<String>, Domain> domains = new HashMap<>();
    String sql =
        "SELECT schema_name, domain_name, not_null, default_sql, default_text, check_names, "
            + "check_sqls, check_texts FROM "
            + SideSchema.qualifiedName(names.engineDatabase())
            + ".domains";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        List<String> checkNames = strings(row.getArray(6));
        List<String> checkSqls = strings(row.getArray(7));
        List<String> checkTexts = strings(row.getArray(8));
        List<Domain.Check> checks = new ArrayList<>();
        for (int i = 0; i < checkSqls.size(); i++) {
          checks.add(new Domain.Check(checkNames.get(i), checkSqls.get(i), checkTexts.get(i)));
        }
        domains.put(
            List.of(EngineNames.schema(row.getString(1)), row.getString(2)),
            new Domain(row.getBoolean(3), row.getString(4), row.getString(5), checks));
      }
    }
    return domains;
  }

  private static List<String> strings(Array array) throws SQLException {
    List<String> strings = new ArrayList<>();
    if (array != null) {
      for (Object element : (Object[]) array.getArray()) {
        strings.add((String) element);
      }
    }
    return strings;
  }
}
