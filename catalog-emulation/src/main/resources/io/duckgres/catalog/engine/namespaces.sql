-- Schemas that clients see besides PostgreSQL's own. The main schema is public, which the static rows have.
SELECT
  ${f.object_oid}(oid) AS oid,
  ${f.namespace_name}(schema_name, database_name = 'temp') AS nspname,
  database_name, schema_name
FROM duckdb_schemas()
WHERE (database_name = ${database} AND NOT internal AND schema_name NOT IN ('main', '_duckgres'))
  OR (database_name = 'temp' AND schema_name = 'main')
