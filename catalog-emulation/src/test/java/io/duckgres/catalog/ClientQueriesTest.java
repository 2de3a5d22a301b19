package io.duckgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.PostgresTranspiler;
import io.duckgres.transpiler.Transpiler;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.plan.StatementPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Catalog queries of real clients, their answers recorded on PostgreSQL 17.10 with the database of
 * {@code shop.sql}. OIDs of users' objects are named on both sides: <code>&lt;rel public.t&gt;
 * </code>.
 */
class ClientQueriesTest {
  private static final Map<String, String> OID_QUERIES =
      Map.of(
          "rel",
              "SELECT c.oid, n.nspname || '.' || c.relname FROM pg_catalog.pg_class c "
                  + "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid >= 16384",
          "typ",
              "SELECT t.oid, n.nspname || '.' || t.typname FROM pg_catalog.pg_type t "
                  + "JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE t.oid >= 16384",
          "con",
              "SELECT c.oid, n.nspname || '.' || c.conname FROM pg_catalog.pg_constraint c "
                  + "JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace WHERE c.oid >= 16384",
          "nsp", "SELECT oid, nspname FROM pg_catalog.pg_namespace WHERE oid >= 16384",
          "def",
              "SELECT d.oid, c.relname || '.' || d.adnum FROM pg_catalog.pg_attrdef d "
                  + "JOIN pg_catalog.pg_class c ON c.oid = d.adrelid");

  private static final Transpiler TRANSPILER =
      new PostgresTranspiler(CatalogFunctions.engineFunctions());
  private static final Map<String, String> OIDS = new HashMap<>();
  private static final Map<String, String> NAMES = new HashMap<>();
  private static TestDatabase database;

  record Query(String client, String sql, boolean ordered, List<List<String>> rows) {
    @Override
    public String toString() {
      return client + ": " + String.join(" ", sql.strip().split("\\s+"));
    }
  }

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    ShopFixture.create(database);
    for (String kind : List.of("rel", "typ", "con", "nsp", "def")) {
      for (String row : database.rows(OID_QUERIES.get(kind))) {
        int bar = row.indexOf('|');
        String name = kind + " " + row.substring(bar + 1);
        OIDS.put(name, row.substring(0, bar));
        NAMES.putIfAbsent(row.substring(0, bar), "<" + name + ">");
      }
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  static List<Query> queries() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Query> queries = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ClientQueriesTest.class.getResourceAsStream("client-queries.jsonl"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = mapper.readTree(line);
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : node.get("rows")) {
          List<String> values = new ArrayList<>();
          row.forEach(value -> values.add(value.asText()));
          rows.add(values);
        }
        queries.add(
            new Query(
                node.get("client").asText(),
                node.get("sql").asText(),
                node.get("ordered").asBoolean(),
                rows));
      }
    }
    return queries;
  }

  @ParameterizedTest
  @MethodSource("queries")
  void answersAsPostgresDoes(Query query) throws SQLException {
    String sql = query.sql();
    for (Map.Entry<String, String> oid : OIDS.entrySet()) {
      sql = sql.replace("@@" + oid.getKey() + "@@", oid.getValue());
    }
    StatementPlan.Engine plan =
        (StatementPlan.Engine)
            TRANSPILER.plan(TRANSPILER.parse(sql).get(0), List.of(), new Session());
    List<List<String>> rows = execute(plan);
    if (query.ordered()) {
      assertThat(rows).isEqualTo(query.rows());
    } else {
      assertThat(rows).containsExactlyInAnyOrderElementsOf(query.rows());
    }
  }

  private static List<List<String>> execute(StatementPlan.Engine plan) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (PreparedStatement statement =
        database.connection().prepareStatement(plan.resultStep().sql())) {
      int index = 1;
      for (PlanParameter parameter : plan.resultStep().parameters()) {
        statement.setObject(index++, value((PlanParameter.Session) parameter));
      }
      try (ResultSet result = statement.executeQuery()) {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            PgType type = plan.shape() == null ? null : plan.shape().columns().get(i - 1).type();
            String text = text(result.getObject(i), type);
            row.add(NAMES.getOrDefault(text, text));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static Object value(PlanParameter.Session parameter) {
    return switch (parameter.value()) {
      case SEARCH_PATH -> "[\"pg_catalog\",\"public\"]";
      case CURRENT_USER, SESSION_USER -> "postgres";
      case CURRENT_DATABASE -> "shop";
      case CURRENT_SCHEMA -> "public";
      case CHANGED_SETTINGS -> "{}";
      default -> throw new IllegalArgumentException(parameter.toString());
    };
  }

  /** PostgreSQL's text form, as far as these answers need it. */
  private static String text(Object value, PgType type) throws SQLException {
    if (value == null) {
      return "\\N";
    }
    if (value instanceof Boolean bool) {
      return bool ? "t" : "f";
    }
    if (value instanceof java.sql.Array array) {
      boolean vector = type != null && type.name().endsWith("vector");
      List<String> elements = new ArrayList<>();
      for (Object element : (Object[]) array.getArray()) {
        elements.add(element == null ? "NULL" : text(element, null));
      }
      return vector ? String.join(" ", elements) : "{" + String.join(",", elements) + "}";
    }
    String text = value.toString();
    boolean whole = value instanceof Number && text.endsWith(".0");
    return whole ? text.substring(0, text.length() - 2) : text;
  }

  private record Session() implements PlanningContext {
    @Override
    public CatalogSnapshot catalog() {
      return database.session().snapshot();
    }

    @Override
    public List<String> searchPath() {
      return List.of("pg_catalog", "public");
    }

    @Override
    public String setting(String name) {
      return null;
    }

    @Override
    public String user() {
      return "postgres";
    }

    @Override
    public String database() {
      return "shop";
    }
  }
}
