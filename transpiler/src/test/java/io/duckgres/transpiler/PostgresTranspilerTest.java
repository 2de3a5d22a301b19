package io.duckgres.transpiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.rule.EngineFunctions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;

class PostgresTranspilerTest {
  private static final PlanningContext CONTEXT =
      new DeclaredCatalog()
          .table(
              "t", "id", "int4", "n", "text", "d", "date", "v", "numeric", "f", "float8", "arr",
              "_int4")
          .table("u", "id", "int8", "t_id", "int4", "ts", "timestamptz");

  private final Transpiler transpiler = new PostgresTranspiler(EngineFunctions.NONE);

  @Test
  void plansStatements() throws IOException {
    StringBuilder report = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PostgresTranspilerTest.class.getResourceAsStream("statements.sql"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        report.append(line).append('\n').append("  ").append(describe(line)).append("\n\n");
      }
    }
    Approvals.verify(report.toString());
  }

  private String describe(String sql) {
    try {
      StatementPlan plan = transpiler.plan(transpiler.parse(sql).get(0), List.of(), CONTEXT);
      if (plan instanceof StatementPlan.Engine engine) {
        return engine.resultStep().sql()
            + "\n  columns "
            + columns(engine)
            + " parameters "
            + engine.parameterTypes().stream().map(PgType::name).toList();
      }
      return plan.getClass().getSimpleName();
    } catch (PgException e) {
      return e.state().code() + " " + e.getMessage() + " at " + e.position();
    }
  }

  private static String columns(StatementPlan.Engine engine) {
    return engine.shape() == null
        ? "none"
        : engine.shape().columns().stream().map(PostgresTranspilerTest::column).toList().toString();
  }

  private static String column(ResultColumn column) {
    return column.name()
        + " "
        + column.type()
        + (column.typmod() < 0 ? "" : " typmod " + column.typmod());
  }

  @Test
  void plansAStatementOnceForTheSameCatalog() {
    Statement statement = transpiler.parse("SELECT id FROM t").get(0);
    StatementPlan first = transpiler.plan(statement, List.of(), CONTEXT);
    assertThat(transpiler.plan(statement, List.of(), CONTEXT)).isSameAs(first);
  }

  @Test
  void countsPositionsInCharactersOfTheStatement() {
    List<Statement> statements = transpiler.parse("SELECT 'é😀'; SELECT '😀', nope FROM t");
    assertThat(statements).hasSize(2);
    try {
      transpiler.plan(statements.get(1), List.of(), CONTEXT);
    } catch (PgException e) {
      assertThat(e.position()).isEqualTo(13);
      return;
    }
    throw new AssertionError("no error");
  }
}
