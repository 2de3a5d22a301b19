-- Columns of tables and views with PostgreSQL's types.
SELECT
  ${f.object_oid}(c.table_oid) AS attrelid, c.table_oid AS engine_oid,
  c.schema_name, c.table_name, c.database_name = 'temp' AS temporary,
  c.column_index AS attnum, c.column_name AS attname, c.data_type AS engine_type,
  CASE
    WHEN r.type_oid IS NOT NULL THEN r.type_oid
    WHEN u.oid IS NOT NULL THEN CASE WHEN r.type_name = u.typname THEN u.oid ELSE u.typarray END
    WHEN ends_with(c.data_type, ']') THEN coalesce(m.array_oid, e.typarray, 1009)
    ELSE coalesce(m.type_oid, e.oid, 25)
  END AS atttypid,
  coalesce(r.typmod, CASE WHEN starts_with(c.data_type, 'DECIMAL') THEN ${f.decimal_typmod}(c.data_type) ELSE -1 END) AS atttypmod,
  CASE WHEN ends_with(c.data_type, ']') THEN greatest(1, length(c.data_type) - length(replace(c.data_type, ']', ''))) ELSE 0 END AS attndims,
  NOT c.is_nullable AS attnotnull, coalesce(u.not_null AND r.type_name = u.typname, false) AS domain_notnull,
  c.column_default, coalesce(r.default_text, ${f.default_text}(c.column_default)) AS default_text,
  c.column_default IS NOT NULL AND coalesce(r.identity, '') = '' AND r.default_text IS DISTINCT FROM '' AS has_default,
  coalesce(r.generated, '') AS attgenerated, coalesce(r.identity, '') AS attidentity,
  c.comment
FROM duckdb_columns() c
LEFT JOIN ${side}.column_types r
  ON c.database_name = ${database} AND r.schema_name = c.schema_name AND r.relation_name = c.table_name
    AND r.column_name = c.column_name AND r.engine_type IN (c.data_type, ${f.base_type}(c.data_type))
LEFT JOIN ${engine.types} u
  ON r.type_oid IS NULL AND u.schema_name = r.type_schema AND r.type_name IN (u.typname, '_' || u.typname)
LEFT JOIN ${engine.type_map} m ON m.engine_type = ${f.base_type}(c.data_type)
LEFT JOIN ${engine.enum_texts} e ON e.engine_type = ${f.base_type}(c.data_type)
WHERE NOT c.internal AND (c.database_name = ${database} OR c.database_name = 'temp') AND c.schema_name <> '_duckgres'
  AND NOT (c.database_name = 'temp' AND starts_with(c.table_name, 'duckgres_'))
