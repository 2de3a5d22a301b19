package io.duckgres.compat.bench;

import io.duckgres.compat.server.LaunchedServer;
import io.duckgres.compat.server.RealPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures all targets in turn; {@code bin/bench} runs it. */
class SideBySideBench {
  private static final Path DOCUMENT = Path.of("..", "docs", "performance.md");

  @TempDir private static Path directory;

  @Test
  void measuresAllInTurn() throws Exception {
    BenchSettings settings = BenchSettings.read();
    Loop loop = new Loop(settings.seconds());
    Figures figures = new Figures();
    Target postgres = new Target("PostgreSQL", RealPostgres.durable());
    try (LaunchedServer launched =
        LaunchedServer.startIn(Files.createDirectory(directory.resolve("server")), List.of())) {
      Target server = new Target("Duckgres", launched.endpoint());
      Footprint.measure(server, launched, figures);
      List<Target> targets = new ArrayList<>(List.of(postgres, server));
      targets.addAll(settings.others());
      for (int round = 0; round < settings.rounds(); round++) {
        for (Target target : targets) {
          measure(target, settings, loop, figures);
        }
        InProcess.measure(directory, settings.rows(), loop, figures);
      }
      Footprint.afterwards(server, launched, figures);
      List<String> names = new ArrayList<>(targets.stream().map(Target::name).toList());
      names.add(InProcess.NAME);
      show(PerformanceDocument.render(figures, names, settings, machine(postgres)), settings);
    }
  }

  private static void measure(Target target, BenchSettings settings, Loop loop, Figures figures)
      throws Exception {
    target.run(BenchTables.make(settings.rows()));
    StatementCases.run(target, settings.rows(), loop, figures);
    TransferCases.run(target, settings.rows(), loop, figures);
    WriteCases.run(target, loop, figures);
    ConcurrencyCases.run(target, settings.rows(), loop, figures);
    BenchTables.fillCatalog(target, settings.tables());
    CatalogCases.run(target, settings.tables(), loop, figures);
    BenchTables.dropAll(target);
  }

  private static String machine(Target postgres) throws SQLException {
    try (Connection connection = postgres.connect()) {
      return String.format(
          Locale.ROOT,
          "%s %s, %d processors, Java %s, PostgreSQL %s",
          System.getProperty("os.name"),
          System.getProperty("os.arch"),
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.version"),
          connection.getMetaData().getDatabaseProductVersion());
    }
  }

  private static void show(String document, BenchSettings settings) throws IOException {
    System.out.println(document);
    if (settings.write()) {
      Files.writeString(DOCUMENT, document);
    }
  }
}
