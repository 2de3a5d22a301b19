package io.duckgres.catalog;

import java.nio.file.*;
import java.sql.*;
import org.duckdb.*;

class Scratch {
  public static void main(String[] a) throws Exception {
    for (int i = 0; i < 6; i++) {
      Path p = Files.createTempDirectory("cat").resolve("alice.db");
      try (DuckDBConnection c =
          (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + p)) {
        var mx = java.lang.management.ManagementFactory.getThreadMXBean();
        long t = System.nanoTime(), ct = mx.getCurrentThreadCpuTime();
        Installer in = new Installer(c, new InstanceNames("alice", "alice", "alice"));
        in.installCore();
        long t2 = System.nanoTime(), ct2 = mx.getCurrentThreadCpuTime();
        in.installRest();
        long t3 = System.nanoTime();
        System.out.println(
            "core "
                + (t2 - t) / 1000
                + "us rest "
                + (t3 - t2) / 1000
                + "us; cpu core "
                + (ct2 - ct) / 1000
                + " rest "
                + (mx.getCurrentThreadCpuTime() - ct2) / 1000);
      }
    }
  }
}
