package io.duckgres.gateway.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.catalog.CatalogFunctions;
import io.duckgres.gateway.engine.EmulatedCatalog;
import io.duckgres.gateway.engine.EngineConfiguration;
import io.duckgres.gateway.engine.EngineRegistry;
import io.duckgres.gateway.session.ScriptPlanner;
import io.duckgres.gateway.session.ScriptPlanner.Outcome;
import io.duckgres.gateway.session.SessionServices;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.PostgresTranspiler;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.tree.FunctionCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The analysis gives PostgreSQL's types to calls of all of its functions, operators and casts. */
class SignatureTypesTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "postgres-functions.md");

  @TempDir private Path directory;

  private boolean ruleFired;

  @Test
  void signaturesHavePostgresTypes() throws IOException {
    SignatureReport report = new SignatureReport();
    List<String> differences = new ArrayList<>();
    PostgresTranspiler transpiler =
        new PostgresTranspiler(CatalogFunctions.engineFunctions(), this::fired);
    EngineRegistry engines =
        new EngineRegistry(
            EngineConfiguration.in(directory), EmulatedCatalog.installer(Runnable::run));
    SessionServices services =
        new SessionServices(transpiler, engines::engineOf, "17.10", Instant.now());
    try (ScriptPlanner planner = new ScriptPlanner(services, "postgres")) {
      for (Signature signature : Signature.all()) {
        planner.plan(
            signature.statement(),
            statement -> ruleFired = false,
            (statement, outcome) -> compare(signature, outcome, report, differences));
      }
    } finally {
      engines.close();
    }
    assertThat(differences).isEmpty();
    document(report);
  }

  private void fired(String rule, SqlNode before, SqlNode after) {
    boolean same =
        before instanceof FunctionCall call
            && after instanceof FunctionCall result
            && call.name().equals(result.name());
    ruleFired |= !same;
  }

  private void compare(
      Signature signature, Outcome outcome, SignatureReport report, List<String> differences) {
    if (outcome.error() != null && outcome.error().state() == SqlState.FEATURE_NOT_SUPPORTED) {
      report.refused(signature);
      return;
    }
    String result = outcome.error() != null ? outcome.error().state().code() : type(outcome.plan());
    if (!result.equals(signature.result())) {
      differences.add(signature.line() + " but " + result);
    }
    if (ruleFired) {
      report.mapped(signature);
    } else {
      report.same(signature);
    }
  }

  private static String type(StatementPlan plan) {
    if (plan instanceof StatementPlan.Engine engine) {
      ResultColumn column = engine.shape().columns().get(0);
      return column.name() + ":" + (column.type() == null ? "?" : column.type().name());
    }
    return plan.getClass().getSimpleName();
  }

  /**
   * What is refused stands in the document, which may be written anew when that has become less.
   */
  private static void document(SignatureReport report) throws IOException {
    if ("write".equals(System.getProperty("duckgres.results"))) {
      Files.writeString(DOCUMENT, report.text(), StandardCharsets.UTF_8);
    }
    assertThat(Files.readAllLines(DOCUMENT, StandardCharsets.UTF_8))
        .as("docs/postgres-functions.md; -Dduckgres.results=write brings it up to date")
        .containsAll(report.refusedLines());
  }
}
