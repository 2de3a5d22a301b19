package io.duckgres.catalog;

import java.nio.file.*;
import java.sql.*;
import org.duckdb.*;

class Sql {
  public static void main(String[] a) throws Exception {
    Path p = Files.createTempDirectory("cat").resolve("alice.db");
    try (DuckDBConnection c = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + p)) {
      Installer in = new Installer(c, new InstanceNames("alice", "alice", "alice"));
      in.installCore();
      in.installRest();
      for (String s : new String(System.in.readAllBytes()).split(";;")) {
        if (s.isBlank()) continue;
        s =
            s.replace("@pg.", "duckgres.pg_catalog_.")
                .replace("@is.", "duckgres.information_schema_.")
                .replace("@en.", "duckgres.engine_.");
        for (int k = 0; k < Integer.getInteger("N", 1); k++) {
          long t = System.nanoTime();
          try (PreparedStatement ps = c.prepareStatement(s)) {
            long t1 = System.nanoTime();
            boolean r = ps.execute();
            if (r) {
              ResultSet rs = ps.getResultSet();
              ResultSetMetaData m = rs.getMetaData();
              StringBuilder b = new StringBuilder();
              int n = 0;
              while (rs.next()) {
                n++;
                if (n > 60) continue;
                b.append('\n');
                for (int i = 1; i <= m.getColumnCount(); i++)
                  b.append(i > 1 ? " | " : "").append(rs.getObject(i));
              }
              if (k == 0) {
                StringBuilder h = new StringBuilder();
                for (int i = 1; i <= m.getColumnCount(); i++)
                  h.append(i > 1 ? " | " : "")
                      .append(m.getColumnLabel(i) + ":" + m.getColumnTypeName(i));
                System.out.println(h + b.toString());
              }
              System.out.println(
                  "("
                      + n
                      + " rows) prepare "
                      + (t1 - t) / 1000
                      + "us all "
                      + (System.nanoTime() - t) / 1000
                      + "us");
            } else System.out.println("ok");
          } catch (SQLException e) {
            System.out.println(
                "ERR "
                    + e.getMessage()
                    + "   <- "
                    + s.strip().substring(0, Math.min(80, s.strip().length())));
          }
        }
      }
    }
  }
}
