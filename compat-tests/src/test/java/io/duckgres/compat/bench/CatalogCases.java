package io.duckgres.compat.bench;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Statement;

/** What clients ask about a database of many tables. */
final class CatalogCases {
  private static final String LIST_TABLES =
      "SELECT n.nspname, c.relname, CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' END,"
          + " pg_catalog.pg_get_userbyid(c.relowner) FROM pg_catalog.pg_class c"
          + " LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE c.relkind IN ('r', 'p', '') AND n.nspname <> 'pg_catalog'"
          + " AND n.nspname !~ '^pg_toast' AND n.nspname <> 'information_schema'"
          + " AND pg_catalog.pg_table_is_visible(c.oid) ORDER BY 1, 2";

  private CatalogCases() {}

  static void run(Target target, int tables, Loop loop, Figures figures) throws Exception {
    String of = " of " + tables + " tables";
    StatementCases.connect(target, loop, figures);
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      DatabaseMetaData metadata = connection.getMetaData();
      add(
          target,
          "psql's \\dt" + of,
          loop,
          figures,
          () -> StatementCases.read(statement.executeQuery(LIST_TABLES)));
      add(
          target,
          "JDBC getTables" + of,
          loop,
          figures,
          () -> StatementCases.read(metadata.getTables(null, "bench_catalog", "%", null)));
      add(
          target,
          "JDBC getColumns of one table" + of,
          loop,
          figures,
          () -> StatementCases.read(metadata.getColumns(null, "bench_catalog", "t7", "%")));
      add(
          target,
          "JDBC getPrimaryKeys of one table" + of,
          loop,
          figures,
          () -> StatementCases.read(metadata.getPrimaryKeys(null, "bench_catalog", "t7")));
      add(
          target,
          "information_schema.columns, all" + of,
          loop,
          figures,
          () ->
              StatementCases.read(
                  statement.executeQuery("SELECT count(*) FROM information_schema.columns")));
      add(
          target,
          "information_schema.columns of one table" + of,
          loop,
          figures,
          () ->
              StatementCases.read(
                  statement.executeQuery(
                      "SELECT column_name, data_type FROM information_schema.columns"
                          + " WHERE table_schema = 'bench_catalog' AND table_name = 't7'")));
    }
  }

  private static void add(Target target, String name, Loop loop, Figures figures, Loop.Work work)
      throws Exception {
    figures.add(target.name(), Measure.milliseconds("catalog", name), loop.milliseconds(work));
  }
}
