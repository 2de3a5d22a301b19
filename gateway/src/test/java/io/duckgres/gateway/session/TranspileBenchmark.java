package io.duckgres.gateway.session;

import io.duckgres.catalog.CatalogFunctions;
import io.duckgres.gateway.engine.EmulatedCatalog;
import io.duckgres.gateway.engine.EngineConfiguration;
import io.duckgres.gateway.engine.EngineRegistry;
import io.duckgres.transpiler.PostgresTranspiler;
import io.duckgres.transpiler.Statement;
import io.duckgres.transpiler.plan.StatementPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Microseconds from a statement's text to its plan, when no cache knows either. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TranspileBenchmark {
  /** What is transpiled. */
  public enum Kind {
    ONE("SELECT 1"),
    POINT("SELECT * FROM orders WHERE id = $1"),
    JOIN(
        "SELECT c.name, count(*) AS orders, sum(o.amount) FILTER (WHERE o.paid) AS paid FROM orders"
            + " o JOIN customers c ON c.id = o.customer_id WHERE o.placed >= date '2024-01-01' AND"
            + " c.name ILIKE 'a%' GROUP BY c.name HAVING count(*) > 3 ORDER BY paid DESC NULLS LAST"
            + " LIMIT 10"),
    INSERT("INSERT INTO orders (id, customer_id, amount) VALUES ($1, $2, $3) RETURNING *"),
    CATALOG(
        "SELECT n.nspname, c.relname FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_namespace n"
            + " ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', '') AND n.nspname <>"
            + " 'pg_catalog' AND pg_catalog.pg_table_is_visible(c.oid) ORDER BY 1, 2"),
    LONG(
        IntStream.range(0, 80)
            .mapToObj(i -> "CASE WHEN id % " + (i + 2) + " = 0 THEN amount ELSE " + i + " END")
            .collect(Collectors.joining(", ", "SELECT ", " FROM orders")));

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  @Param public Kind statement;

  private PostgresTranspiler transpiler;
  private EngineRegistry engines;
  private SqlSession session;
  private int number;

  @Setup(Level.Trial)
  public void open() throws IOException {
    transpiler = new PostgresTranspiler(CatalogFunctions.engineFunctions());
    engines =
        new EngineRegistry(
            EngineConfiguration.in(Files.createTempDirectory("transpile")),
            EmulatedCatalog.installer(Runnable::run));
    SessionServices services =
        new SessionServices(transpiler, engines::engineOf, "bench", Instant.now());
    ScriptPlanner planner = new ScriptPlanner(services, "bench");
    planner.plan(
        "CREATE TABLE customers(id integer PRIMARY KEY, name text);"
            + "CREATE TABLE orders(id integer PRIMARY KEY, customer_id integer, amount"
            + " numeric(12, 2), placed date, paid boolean)",
        statement -> {},
        (statement, outcome) -> {});
    session = planner.session();
  }

  @Benchmark
  public StatementPlan transpile() {
    // A text that differs each time, so that no cache has it.
    Statement parsed = transpiler.parse(statement.text + " --" + number++).get(0);
    return transpiler.plan(parsed, List.of(), session.context());
  }

  @TearDown(Level.Trial)
  public void close() {
    session.close();
    engines.close();
  }
}
