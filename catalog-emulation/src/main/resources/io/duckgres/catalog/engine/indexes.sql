-- Indexes that users created, and those behind primary keys and unique constraints.
SELECT
  i.oid, i.indrelid, i.relnamespace, i.schema_name, i.temporary, i.relname, i.comment, i.table_name,
  i.indisunique, false AS indisprimary, len(i.expressions)::INTEGER AS relnatts,
  list_transform(i.expressions, lambda x: coalesce(list_position(n.names,
    CASE WHEN starts_with(x, '"') THEN replace(x[2:-2], '""', '"') ELSE x END), 0)::SMALLINT) AS indkey,
  list_transform(i.expressions, lambda x: CASE WHEN starts_with(x, '(') THEN
    CASE WHEN regexp_full_match(x, '\([a-z_][a-z0-9_]*\([^()]*\)\)') THEN x[2:-2] ELSE x END ELSE x END) AS expressions,
  i.table_oid
FROM (
  SELECT
    ${f.object_oid}(index_oid) AS oid, ${f.object_oid}(table_oid) AS indrelid,
    ${f.namespace_oid}(schema_name, schema_oid, database_name = 'temp') AS relnamespace,
    schema_name, database_name = 'temp' AS temporary, index_name AS relname, comment, table_name,
    table_oid, is_unique AS indisunique, expressions::VARCHAR[] AS expressions
  FROM duckdb_indexes()
  WHERE database_name IN (${database}, 'temp') AND schema_name <> '_duckgres'
) i
LEFT JOIN ${engine.column_names} n ON n.table_oid = i.table_oid
UNION ALL
SELECT
  oid, conrelid, connamespace, schema_name, temporary, conname, NULL, table_name,
  true, contype = 'p', len(column_names)::INTEGER, conkey,
  list_transform(column_names, lambda x: ${f.quoted}(x)), table_oid
FROM ${engine.constraints}
WHERE contype IN ('p', 'u')
