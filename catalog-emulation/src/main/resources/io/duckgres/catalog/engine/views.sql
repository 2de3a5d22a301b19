-- Views with their queries, materialized ones too.
SELECT
  ${f.object_oid}(view_oid) AS oid, view_oid AS engine_oid, schema_name, view_name, temporary,
  ${f.namespace_oid}(schema_name, schema_oid, temporary) AS relnamespace, definition
FROM ${engine.raw_views}
UNION ALL
SELECT ${f.object_oid}(table_oid), table_oid, schema_name, table_name, false,
  ${f.namespace_oid}(schema_name, schema_oid, false), view_definition
FROM ${engine.raw_tables}
WHERE view_definition IS NOT NULL
