package io.duckgres.compat.bench;

import io.duckgres.compat.server.LaunchedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** Time to start, and memory, of the packaged server; PostgreSQL's are not comparable. */
final class Footprint {
  private static final String GROUP = "the server's own";
  private static final int IDLE = 200;

  private Footprint() {}

  static void measure(Target target, LaunchedServer server, Figures figures) throws Exception {
    String name = target.name();
    figures.add(
        name,
        Measure.milliseconds(GROUP, "start to first answered query"),
        server.startUp().toMillis());
    Measure after = new Measure(GROUP, "memory after start", "MiB", Measure.Better.LOWER);
    long start = residentKibibytes(server);
    figures.add(name, after, start / 1024.0);
    List<Connection> idle = new ArrayList<>();
    try {
      idle.add(target.connect());
      long first = residentKibibytes(server);
      for (int i = 0; i < IDLE; i++) {
        idle.add(target.connect());
      }
      Measure each =
          new Measure(GROUP, "memory for an idle connection", "KiB", Measure.Better.LOWER);
      figures.add(name, each, (residentKibibytes(server) - first) / (double) IDLE);
    } finally {
      for (Connection connection : idle) {
        connection.close();
      }
    }
  }

  static void afterwards(Target target, LaunchedServer server, Figures figures) throws IOException {
    Measure measure = new Measure(GROUP, "memory after all cases", "MiB", Measure.Better.LOWER);
    figures.add(target.name(), measure, residentKibibytes(server) / 1024.0);
  }

  /** What the process holds in memory now; only Linux tells. */
  private static long residentKibibytes(LaunchedServer server) throws IOException {
    for (String line :
        Files.readAllLines(Path.of("/proc", Long.toString(server.pid()), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("the kernel tells no memory of the process");
  }
}
