-- Tables, with what is kept of materialized views.
SELECT
  t.database_name, t.schema_name, s.schema_oid, t.table_name, ${f.number}(o.number, t.table_oid) AS table_oid, t.temporary, t.comment,
  t.column_count, t.estimated_size, m.definition AS view_definition, m.is_populated
FROM duckdb_tables() t
JOIN ${engine.raw_schemas} s USING (database_name, schema_name)
LEFT JOIN ${side}.objects o ON NOT t.temporary AND o.class = 'r' AND o.schema_name = t.schema_name AND o.object_name = t.table_name
LEFT JOIN ${side}.materialized_views m ON NOT t.temporary AND m.schema_name = t.schema_name AND m.view_name = t.table_name
WHERE NOT t.internal AND NOT (t.temporary AND starts_with(t.table_name, 'duckgres_'))
