-- Schemas that clients see besides PostgreSQL's own. The main schema is public, which the static rows have.
SELECT
  ${f.object_oid}(oid) AS oid,
  ${f.namespace_name}(schema_name, database_name = 'temp') AS nspname,
  database_name, schema_name
FROM duckdb_schemas()
WHERE (database_name = ${database} AND NOT internal AND schema_name NOT IN ('main', '_duckgres'))
  OR (database_name = 'temp' AND schema_name = 'main' AND (
    EXISTS (SELECT 1 FROM duckdb_tables() WHERE temporary AND NOT starts_with(table_name, 'duckgres_'))
    OR EXISTS (SELECT 1 FROM duckdb_views() WHERE temporary AND NOT internal)
    OR EXISTS (SELECT 1 FROM duckdb_sequences() WHERE temporary)
    OR EXISTS (SELECT 1 FROM duckdb_types() WHERE database_name = 'temp' AND NOT internal)))
