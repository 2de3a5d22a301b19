package io.duckgres.compat.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables that the cases work on. */
final class BenchTables {
  static final String ROWS = "bench_rows";
  static final String LOADED = "bench_loaded";
  static final String INSERTED = "bench_inserted";
  private static final String COLUMNS =
      "(id integer PRIMARY KEY, a bigint, b double precision, c numeric(12, 2), d date,"
          + " e timestamp, f text, g boolean)";
  private static final String CATALOG = "bench_catalog";

  private BenchTables() {}

  /** SQL that makes the same rows on any server. */
  static String[] make(int rows) {
    return new String[] {
      "DROP TABLE IF EXISTS " + ROWS,
      "CREATE TABLE " + ROWS + COLUMNS,
      "INSERT INTO "
          + ROWS
          + " SELECT i, i * 7919 % 1000003, i / 7.0::double precision, (i % 100000) / 100.0,"
          + " date '2020-01-01' + (i % 2000)::integer, timestamp '2020-01-01' + i * interval '1 second',"
          + " 'value ' || i, i % 3 = 0 FROM generate_series(1, "
          + rows
          + ") AS s(i)",
      "ANALYZE " + ROWS,
      "DROP TABLE IF EXISTS " + LOADED,
      "CREATE TABLE " + LOADED + COLUMNS.replace(" PRIMARY KEY", ""),
      "DROP TABLE IF EXISTS " + INSERTED,
      "CREATE TABLE " + INSERTED + "(a integer, b bigint, c text, d double precision)",
    };
  }

  /** A schema full of tables of ten columns. */
  static void fillCatalog(Target target, int tables) throws SQLException {
    target.run("DROP SCHEMA IF EXISTS " + CATALOG + " CASCADE", "CREATE SCHEMA " + CATALOG);
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < tables; i++) {
        statement.execute(
            "CREATE TABLE "
                + CATALOG
                + ".t"
                + i
                + "(id bigint PRIMARY KEY, c1 integer NOT NULL,"
                + " c2 text, c3 varchar(40), c4 numeric(10, 2) DEFAULT 0, c5 date, c6 timestamptz,"
                + " c7 boolean, c8 double precision, c9 integer)");
      }
      connection.commit();
    }
  }

  static void dropAll(Target target) throws SQLException {
    target.run(
        "DROP SCHEMA IF EXISTS " + CATALOG + " CASCADE",
        "DROP TABLE IF EXISTS " + ROWS,
        "DROP TABLE IF EXISTS " + LOADED,
        "DROP TABLE IF EXISTS " + INSERTED);
  }
}
