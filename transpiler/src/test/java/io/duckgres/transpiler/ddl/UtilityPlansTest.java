package io.duckgres.transpiler.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.PostgresTranspiler;
import io.duckgres.transpiler.Statement;
import io.duckgres.transpiler.Transpiler;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.rule.EngineFunctions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.approvaltests.Approvals;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plans scripts statement by statement, each over the catalog that the statements before it have
 * made in a real DuckDB.
 */
class UtilityPlansTest {
  private static final List<String> SEARCH_PATH = List.of("pg_catalog", "public");

  private final Transpiler transpiler = new PostgresTranspiler(EngineFunctions.NONE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transaction",
        "setting",
        "session",
        "cursor",
        "maintenance",
        "create-table",
        "create-other",
        "alter-table",
        "drop",
        "absent",
        "unsupported"
      })
  void plansAndRuns(String script) throws IOException, SQLException {
    StringBuilder report = new StringBuilder();
    List<String> refused = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      for (Statement statement : transpiler.parse(read(script))) {
        report.append(statement.text()).append('\n');
        try {
          EngineCatalog catalog = new EngineCatalog(connection, SEARCH_PATH);
          StatementPlan plan = transpiler.plan(statement, List.of(), catalog);
          report.append(PlanText.of(plan));
          run(plan, connection, statement, refused);
        } catch (PgException e) {
          report.append(PlanText.of(e));
        }
        report.append('\n');
      }
    }
    assertThat(refused).as("what the engine refuses").isEmpty();
    Approvals.verify(
        report, Approvals.NAMES.withParameters(script).withReporter(new QuietReporter()));
  }

  private static void run(
      StatementPlan plan, Connection connection, Statement statement, List<String> refused)
      throws SQLException {
    if (!(plan instanceof StatementPlan.Engine engine)) {
      return;
    }
    connection.setAutoCommit(false);
    try {
      for (EngineStep step : engine.steps()) {
        try (PreparedStatement prepared = connection.prepareStatement(step.sql())) {
          prepared.execute();
        }
      }
      connection.commit();
    } catch (SQLException e) {
      refused.add(statement.text() + ": " + e.getMessage());
      connection.rollback();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static String read(String script) throws IOException {
    try (InputStream in = UtilityPlansTest.class.getResourceAsStream(script + ".sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
