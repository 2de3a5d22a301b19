package io.duckgres.compat.bench;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;

/** Many rows in one statement. */
final class TransferCases {
  private static final String GROUP = "transfers";
  private static final int FETCH = 10_000;

  /** Rows of COPY's data that are repeated as often as needed. */
  private static final int BLOCK = 10_000;

  private TransferCases() {}

  static void run(Target target, int rows, Loop loop, Figures figures) throws Exception {
    stream(target, false, loop, figures);
    stream(target, true, loop, figures);
    for (String format : List.of("csv", "text", "binary")) {
      copyOut(target, format, rows, loop, figures);
    }
    copyIn(target, "csv", ",", rows, loop, figures);
    copyIn(target, "text", "\t", rows, loop, figures);
  }

  private static void stream(Target target, boolean binary, Loop loop, Figures figures)
      throws Exception {
    Measure measure =
        Measure.perSecond(GROUP, "SELECT of all rows, " + (binary ? "binary" : "text"), "rows");
    try (Connection connection = target.connect("extended", binary)) {
      connection.setAutoCommit(false);
      int[] read = new int[1];
      Loop.Work work =
          () -> {
            try (Statement statement = connection.createStatement()) {
              statement.setFetchSize(FETCH);
              read[0] =
                  StatementCases.read(statement.executeQuery("SELECT * FROM " + BenchTables.ROWS));
            }
          };
      figures.add(target.name(), measure, 1000 / loop.milliseconds(work) * read[0]);
    }
  }

  private static void copyOut(Target target, String format, int rows, Loop loop, Figures figures)
      throws Exception {
    String sql = "COPY " + BenchTables.ROWS + " TO STDOUT (FORMAT " + format + ")";
    try (Connection connection = target.connect()) {
      Loop.Work work =
          () ->
              connection
                  .unwrap(PGConnection.class)
                  .getCopyAPI()
                  .copyOut(sql, OutputStream.nullOutputStream());
      Measure measure = Measure.perSecond(GROUP, "COPY TO, " + format, "rows");
      figures.add(target.name(), measure, 1000 / loop.milliseconds(work) * rows);
    }
  }

  private static void copyIn(
      Target target, String format, String separator, int rows, Loop loop, Figures figures)
      throws Exception {
    String sql = "COPY " + BenchTables.LOADED + " FROM STDIN (FORMAT " + format + ")";
    byte[] block = block(separator);
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      Loop.Work work =
          () -> {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, data(block, rows));
            statement.execute("TRUNCATE " + BenchTables.LOADED);
          };
      Measure measure = Measure.perSecond(GROUP, "COPY FROM, " + format, "rows");
      figures.add(target.name(), measure, 1000 / loop.milliseconds(work) * rows);
    }
  }

  private static InputStream data(byte[] block, int rows) {
    List<InputStream> blocks =
        Collections.nCopies(rows / BLOCK, block).stream()
            .map(bytes -> (InputStream) new java.io.ByteArrayInputStream(bytes))
            .toList();
    return new SequenceInputStream(Collections.enumeration(blocks));
  }

  private static byte[] block(String separator) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 1; i <= BLOCK; i++) {
      String nothing = separator.equals(",") ? "" : "\\N";
      String row =
          String.join(
              separator,
              Integer.toString(i),
              Long.toString(i * 7919L),
              Double.toString(i / 7.0),
              i % 1000 + "." + (10 + i % 90),
              i % 10 == 0 ? nothing : "2020-03-0" + (1 + i % 9),
              "2020-01-01 00:00:" + (10 + i % 50),
              "value " + i,
              i % 3 == 0 ? "t" : "f");
      bytes.writeBytes((row + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
