package io.duckgres.gateway.server;

import io.duckgres.catalog.CatalogFunctions;
import io.duckgres.gateway.engine.EmulatedCatalog;
import io.duckgres.gateway.engine.EngineConfiguration;
import io.duckgres.gateway.engine.EngineRegistry;
import io.duckgres.gateway.session.ScriptPlanner;
import io.duckgres.gateway.session.ScriptPlanner.Outcome;
import io.duckgres.gateway.session.SessionServices;
import io.duckgres.transpiler.PostgresTranspiler;
import io.duckgres.transpiler.Statement;
import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.StatementPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code duckgres transpile}: shows what becomes of PostgreSQL's statements, as DuckDB SQL with
 * comments. Exit codes: 0, 1 when a statement is not supported, 2 when the file can't be read.
 */
@Command(
    name = "transpile",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the DuckDB SQL of each statement, the kind of its plan and the rules that applied.",
      "Definitions take effect for the statements that follow them, in a database of their own that"
          + " is thrown away. Queries are not run."
    })
final class TranspileCommand implements Callable<Integer> {
  private static final String USER = "postgres";

  @Parameters(
      index = "0",
      defaultValue = "-",
      paramLabel = "FILE",
      description = "The file with the statements; - is standard input, and the default.")
  private String file;

  @Option(
      names = "--explain",
      description = "Shows the part of the tree that each rule changes, before and after.")
  private boolean explain;

  @Spec private CommandSpec spec;

  private final InputStream input;
  private TraceReport trace;
  private boolean failed;

  TranspileCommand(InputStream input) {
    this.input = input;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String script;
    try {
      script = read();
    } catch (IOException e) {
      spec.commandLine().getErr().println("duckgres: can't read " + file + ": " + e.getMessage());
      return 2;
    }
    trace = new TraceReport(script, explain);
    Path directory = null;
    try {
      directory = Files.createTempDirectory("duckgres-transpile");
      transpile(script, directory, out);
    } catch (IOException e) {
      spec.commandLine().getErr().println("duckgres: " + e.getMessage());
      return 2;
    } finally {
      out.flush();
      remove(directory);
    }
    return failed ? 1 : 0;
  }

  private String read() throws IOException {
    byte[] bytes = file.equals("-") ? input.readAllBytes() : Files.readAllBytes(Path.of(file));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void transpile(String script, Path directory, PrintWriter out) {
    PostgresTranspiler transpiler =
        new PostgresTranspiler(CatalogFunctions.engineFunctions(), this::fired);
    EngineRegistry engines =
        new EngineRegistry(
            EngineConfiguration.in(directory), EmulatedCatalog.installer(Runnable::run));
    try {
      SessionServices services =
          new SessionServices(
              transpiler, engines::engineOf, BuildVersion.forClients(), Instant.now());
      try (ScriptPlanner planner = new ScriptPlanner(services, USER)) {
        planner.plan(
            script,
            statement -> trace.begin(),
            (statement, outcome) -> print(statement, outcome, out));
      }
    } finally {
      engines.close();
    }
  }

  private void fired(String rule, SqlNode before, SqlNode after) {
    trace.fired(rule, before, after);
  }

  private void print(Statement statement, Outcome outcome, PrintWriter out) {
    statement.text().lines().forEach(line -> out.println("-- " + line));
    if (outcome.error() != null) {
      failed = true;
      out.println(
          "-- error " + outcome.error().state().code() + ": " + outcome.error().getMessage());
    } else {
      out.println("-- plan: " + outcome.plan().getClass().getSimpleName());
    }
    trace.lines().forEach(line -> out.println("-- " + line));
    if (outcome.plan() != null) {
      for (String sql : sql(outcome.plan())) {
        out.println(sql + ";");
      }
    }
    out.println();
  }

  private static List<String> sql(StatementPlan plan) {
    if (plan instanceof StatementPlan.Engine engine) {
      return engine.steps().stream().map(EngineStep::sql).toList();
    }
    if (plan instanceof StatementPlan.SetSequences set) {
      return sql(set.then());
    }
    if (plan instanceof StatementPlan.Explain explained) {
      return sql(explained.explained());
    }
    if (plan instanceof StatementPlan.CopyTo copy) {
      return sql(copy.query());
    }
    if (plan instanceof StatementPlan.DeclareCursor cursor) {
      return sql(cursor.query());
    }
    return plan instanceof StatementPlan.PassThrough passThrough
        ? List.of(passThrough.sql())
        : List.of();
  }

  private static void remove(Path directory) {
    if (directory == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // The system's temporary directory is cleared some time.
    }
  }
}
