package io.duckgres.gateway.codec;

import io.duckgres.gateway.engine.BareCatalog;
import io.duckgres.gateway.engine.EngineConfiguration;
import io.duckgres.gateway.engine.EngineRegistry;
import io.duckgres.gateway.engine.EngineResult.RowStream;
import io.duckgres.gateway.engine.EngineSession;
import io.duckgres.gateway.engine.EngineStatement;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Measures rows per second of processor time, from Arrow batches to DataRows; run by hand. */
public final class EncoderBenchmark {
  private static final int ROWS = 3_000_000;

  private static final List<String> QUERIES =
      List.of(
          "SELECT * FROM t",
          "SELECT i FROM t",
          "SELECT i, b FROM t",
          "SELECT d FROM t",
          "SELECT n FROM t",
          "SELECT n::DECIMAL(38,18) FROM t",
          "SELECT s FROM t",
          "SELECT ts FROM t");

  private EncoderBenchmark() {}

  /** Prints a line per query and format. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Files.createTempDirectory("encoder");
    try (EngineRegistry registry =
        new EngineRegistry(EngineConfiguration.in(directory), BareCatalog.INSTALLER)) {
      EngineSession session = registry.engineOf("bench").openSession();
      execute(
          session,
          "CREATE TABLE t AS SELECT range::INTEGER i, range * 1000003 b, range / 7.0::DOUBLE d,"
              + " (range * 1.25)::DECIMAL(12,2) n, 'customer ' || lpad(range::VARCHAR, 9, '0') s,"
              + " DATE '1992-01-01' + (range % 2500)::INTEGER dt,"
              + " TIMESTAMP '2020-01-01' + to_microseconds(range * 1234567) ts,"
              + " CASE WHEN range % 3 = 0 THEN NULL ELSE range % 2 = 0 END f FROM range("
              + ROWS
              + ")");
      for (String query : QUERIES) {
        for (short format = 0; format < 2; format++) {
          double best = 0;
          for (int i = 0; i < 4; i++) {
            best = Math.max(best, measure(session, query, format));
          }
          System.out.printf(
              "%-34s %s %6.2f M rows/cpu s%n", query, format == 0 ? "text  " : "binary", best);
        }
      }
      session.close();
    }
  }

  private static void execute(EngineSession session, String sql) {
    try (EngineStatement statement = session.prepare(sql)) {
      statement.execute(List.of()).close();
    }
  }

  /**
   * Of this thread alone, so that other work on the machine doesn't count; nor do DuckDB's threads.
   */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double measure(EngineSession session, String sql, short format) {
    FormatSettings settings =
        new FormatSettings(ZoneOffset.UTC, "ISO, MDY", "postgres", 1, true, null);
    long start = cpuTime();
    try (EngineStatement statement = session.prepare(sql);
        RowStream rows = (RowStream) statement.execute(List.of())) {
      RowEncoder encoder =
          ResultCodecs.encoder(
              ResultShapes.of(statement.columns()).columns(), new short[] {format}, settings, null);
      for (VectorSchemaRoot batch = rows.next(); batch != null; batch = rows.next()) {
        ByteBuf out = PooledByteBufAllocator.DEFAULT.directBuffer(256 * 1024);
        encoder.encode(batch, 0, batch.getRowCount(), out);
        out.release();
      }
    }
    return ROWS / ((cpuTime() - start) / 1e3);
  }
}
