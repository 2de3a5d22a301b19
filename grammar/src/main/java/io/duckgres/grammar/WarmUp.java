package io.duckgres.grammar;

import java.util.List;

/** Statements that lead the parser over the decisions that clients' first statements need. */
final class WarmUp {
  private WarmUp() {}

  static List<String> statements() {
    return List.of(
        "SELECT 1",
        "SELECT version(), current_schema(), $1::text",
        "SELECT t.*, a AS \"A\", b c, count(*), sum(x * (1 - y)) FROM s.t AS t, u v"
            + " WHERE a = $1 AND b <> 'x' OR NOT c IS NULL AND d IN (1, 2) AND e BETWEEN 1 AND 2"
            + " GROUP BY 1, a HAVING count(*) > 1 ORDER BY a DESC NULLS LAST, 2 LIMIT 10 OFFSET 5",
        "SELECT n.nspname, CASE c.relkind WHEN 'r' THEN 'table' ELSE NULL END AS kind,"
            + " pg_catalog.format_type(a.atttypid, a.atttypmod), (SELECT 1 FROM d WHERE d.x = c.x)"
            + " FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " INNER JOIN pg_attribute a ON (a.attrelid = c.oid AND a.attnum > 0)"
            + " WHERE c.relkind IN ('r', 'p', '') AND n.nspname !~ '^pg_toast'"
            + " AND c.relname OPERATOR(pg_catalog.~) '^(t)$' COLLATE pg_catalog.default"
            + " AND pg_catalog.pg_table_is_visible(c.oid) AND a.attname LIKE E'x\\\\_%' ORDER BY 1, 2",
        "SELECT * FROM (SELECT row_number() OVER (PARTITION BY a ORDER BY b) AS r FROM t) x"
            + " WHERE r = ANY ($1) AND EXISTS (SELECT 1 FROM u) UNION ALL (VALUES (1), (2))",
        "WITH a AS (SELECT 1), b (x) AS (SELECT 2) SELECT * FROM a JOIN b USING (x)"
            + " CROSS JOIN LATERAL generate_series(1, 3) AS g (i)",
        "SELECT date '2024-01-01' + interval '1' day, extract(year FROM d), substring(s FROM 1 FOR 2),"
            + " coalesce(a, b), CAST(c AS numeric(10, 2)), ARRAY[1, 2], e[1], ROW(1, 2), current_timestamp,"
            + " -1.5e3, a || b, c -> 'd' ->> 'e', trim(both from x), position('a' in b)",
        "SELECT array_agg(DISTINCT a ORDER BY b) FILTER (WHERE c) FROM t FOR UPDATE SKIP LOCKED",
        "INSERT INTO s.t (a, b) VALUES ($1, DEFAULT), ('x', NULL) ON CONFLICT (a) DO UPDATE"
            + " SET b = excluded.b WHERE t.c > 1 RETURNING a, b",
        "INSERT INTO t SELECT * FROM u",
        "UPDATE t SET a = a + 1, b = (SELECT 1) FROM u WHERE t.id = u.id RETURNING *",
        "DELETE FROM t USING u WHERE t.id = u.id AND t.a < now()",
        "CREATE TABLE IF NOT EXISTS t (id bigint PRIMARY KEY, a varchar(10) NOT NULL DEFAULT 'x',"
            + " b numeric(10, 2) CHECK (b > 0), c int REFERENCES u (id), UNIQUE (a, b))",
        "CREATE TEMP TABLE t AS SELECT 1 AS a",
        "CREATE OR REPLACE VIEW v AS SELECT a FROM t",
        "CREATE UNIQUE INDEX i ON t (a, lower(b))",
        "CREATE SCHEMA IF NOT EXISTS s",
        "ALTER TABLE t ADD COLUMN a int, DROP COLUMN b, ALTER COLUMN c TYPE text",
        "DROP TABLE IF EXISTS a, b CASCADE",
        "TRUNCATE TABLE t",
        "COPY t (a, b) FROM STDIN WITH (FORMAT csv, HEADER true)",
        "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY",
        "COMMIT",
        "ROLLBACK TO SAVEPOINT a",
        "SET search_path = public, \"$user\"",
        "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE",
        "SHOW server_version",
        "DISCARD ALL",
        "DEALLOCATE p",
        "EXPLAIN (ANALYZE, FORMAT json) SELECT 1",
        "COMMENT ON TABLE t IS 'x'");
  }
}
