-- Views with their queries: as their creator wrote them while the engine's text is still that one.
SELECT
  v.database_name, v.schema_name, s.schema_oid, v.view_name, ${f.number}(o.number, v.view_oid) AS view_oid, v.temporary, v.comment,
  v.column_count,
  coalesce(d.definition, ' ' || trim(regexp_replace(v.sql, '^CREATE (TEMP |TEMPORARY )?VIEW ("([^"]|"")*"|[^ ("]+)(\.("([^"]|"")*"|[^ ("]+))* ?(\([^)]*\) )?AS ', ''))) AS definition
FROM duckdb_views() v
JOIN ${engine.raw_schemas} s USING (database_name, schema_name)
LEFT JOIN ${side}.objects o ON NOT v.temporary AND o.class = 'r' AND o.schema_name = v.schema_name AND o.object_name = v.view_name
LEFT JOIN ${side}.view_definitions d
  ON NOT v.temporary AND d.schema_name = v.schema_name AND d.view_name = v.view_name AND d.engine_sql = v.sql
WHERE NOT v.internal AND NOT (v.temporary AND starts_with(v.view_name, 'duckgres_'))
