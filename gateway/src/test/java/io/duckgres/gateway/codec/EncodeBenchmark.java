package io.duckgres.gateway.codec;

import io.duckgres.gateway.engine.BareCatalog;
import io.duckgres.gateway.engine.EngineConfiguration;
import io.duckgres.gateway.engine.EngineRegistry;
import io.duckgres.gateway.engine.EngineResult.RowStream;
import io.duckgres.gateway.engine.EngineSession;
import io.duckgres.gateway.engine.EngineStatement;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Nanoseconds for one value on its way from an Arrow batch to DataRow messages. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EncodeBenchmark {
  private static final int ROWS = 2048;

  /** An expression over {@code range}. */
  @Param({
    "range::INTEGER",
    "range * 1000003",
    "range / 7.0::DOUBLE",
    "(range * 1.25)::DECIMAL(12,2)",
    "(range * 1.25)::DECIMAL(38,18)",
    "'customer ' || range",
    "DATE '1992-01-01' + (range % 2500)::INTEGER",
    "TIMESTAMP '2020-01-01' + to_microseconds(range * 1234567)",
    "range % 2 = 0",
    "[range, range + 1]",
  })
  public String value;

  /** 0 for text, 1 for binary. */
  @Param({"0", "1"})
  public short format;

  private EngineRegistry registry;
  private EngineSession session;
  private EngineStatement statement;
  private RowStream rows;
  private VectorSchemaRoot batch;
  private RowEncoder encoder;
  private ByteBuf out;

  @Setup(Level.Trial)
  public void open() throws IOException {
    registry =
        new EngineRegistry(
            EngineConfiguration.in(Files.createTempDirectory("encode")), BareCatalog.INSTALLER);
    session = registry.engineOf("bench").openSession();
    statement = session.prepare("SELECT " + value + " FROM range(" + ROWS + ")");
    rows = (RowStream) statement.execute(List.of());
    batch = rows.next();
    FormatSettings settings =
        new FormatSettings(ZoneOffset.UTC, "ISO, MDY", "postgres", 1, true, null);
    encoder =
        ResultCodecs.encoder(
            ResultShapes.of(statement.columns()).columns(), new short[] {format}, settings, null);
    out = Unpooled.directBuffer(256 << 10);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int encode() {
    out.clear();
    encoder.encode(batch, 0, ROWS, out);
    return out.writerIndex();
  }

  @TearDown(Level.Trial)
  public void close() {
    rows.close();
    statement.close();
    session.close();
    registry.close();
    out.release();
  }
}
