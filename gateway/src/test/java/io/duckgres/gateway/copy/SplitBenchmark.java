package io.duckgres.gateway.copy;

import io.duckgres.pgtype.PgEncoding;
import io.duckgres.transpiler.plan.CopyOptions;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Nanoseconds for one line of COPY FROM on its way from bytes to fields. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SplitBenchmark {
  private static final int LINES = 10_000;

  @Param({"TEXT", "CSV"})
  public CopyOptions.Format format;

  private CopyOptions options;
  private byte[] data;

  @Setup
  public void make() {
    boolean csv = format == CopyOptions.Format.CSV;
    options =
        new CopyOptions(
            format,
            csv ? ',' : '\t',
            csv ? "" : "\\N",
            null,
            CopyOptions.Header.NONE,
            '"',
            '"',
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            false,
            PgEncoding.UTF8);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      String quoted = csv && i % 4 == 0 ? "\"value, " + i + "\"" : "value " + i;
      String line = i + "," + i * 7L + "," + i / 7.0 + ",2020-03-04," + quoted + ",t\n";
      lines.append(csv ? line : line.replace(',', '\t'));
    }
    data = lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  @OperationsPerInvocation(LINES)
  public int split() {
    boolean[] given = new boolean[1];
    CopyInput input =
        () -> {
          if (given[0]) {
            return null;
          }
          given[0] = true;
          return data;
        };
    CopyLines lines = new CopyLines(new CopyBuffer(input), options);
    FieldSplitter splitter = FieldSplitter.of(options);
    Fields fields = new Fields();
    int values = 0;
    while (lines.next()) {
      splitter.split(lines.bytes(), lines.start(), lines.end(), fields);
      values += fields.count;
    }
    return values;
  }
}
