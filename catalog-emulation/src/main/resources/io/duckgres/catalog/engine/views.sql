-- Views with their queries: as their creator wrote them while the engine's text is still that one.
SELECT
  ${f.object_oid}(v.view_oid) AS oid, v.view_oid AS engine_oid, v.schema_name, v.view_name, v.temporary,
  ${f.namespace_oid}(v.schema_name, v.schema_oid, v.temporary) AS relnamespace,
  coalesce(d.definition, ' ' || trim(regexp_replace(v.sql, '^CREATE (TEMP |TEMPORARY )?VIEW ("([^"]|"")*"|[^ ("]+)(\.("([^"]|"")*"|[^ ("]+))* ?(\([^)]*\) )?AS ', ''))) AS definition
FROM duckdb_views() v
LEFT JOIN ${side}.view_definitions d
  ON v.database_name = ${database} AND d.schema_name = v.schema_name AND d.view_name = v.view_name AND d.engine_sql = v.sql
WHERE NOT v.internal AND (v.database_name = ${database} OR v.temporary) AND v.schema_name <> '_duckgres'
UNION ALL
SELECT ${f.object_oid}(t.table_oid), t.table_oid, t.schema_name, t.table_name, false,
  ${f.namespace_oid}(t.schema_name, t.schema_oid, false), m.definition
FROM ${side}.materialized_views m
JOIN duckdb_tables() t ON t.database_name = ${database} AND t.schema_name = m.schema_name AND t.table_name = m.view_name
