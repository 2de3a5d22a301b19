-- Columns of tables and views with PostgreSQL's types.
SELECT
  ${f.object_oid}(c.table_oid) AS attrelid, c.table_oid AS engine_oid,
  c.schema_name, c.table_name, c.database_name = 'temp' AS temporary,
  c.column_index AS attnum, c.column_name AS attname, c.data_type AS engine_type,
  CASE
    WHEN c.type_oid IS NOT NULL THEN c.type_oid
    WHEN u.oid IS NOT NULL THEN CASE WHEN c.type_name = u.typname THEN u.oid ELSE u.typarray END
    WHEN ends_with(c.data_type, ']') THEN coalesce(m.array_oid, e.typarray, 1009)
    ELSE coalesce(m.type_oid, e.oid, 25)
  END AS atttypid,
  coalesce(c.typmod, CASE WHEN starts_with(c.data_type, 'DECIMAL') THEN ${f.decimal_typmod}(c.data_type) ELSE -1 END) AS atttypmod,
  CASE WHEN ends_with(c.data_type, ']') THEN greatest(1, length(c.data_type) - length(replace(c.data_type, ']', ''))) ELSE 0 END AS attndims,
  NOT c.is_nullable AS attnotnull, coalesce(u.not_null AND c.type_name = u.typname, false) AS domain_notnull,
  c.column_default, coalesce(c.default_text, ${f.default_text}(c.column_default)) AS default_text,
  c.column_default IS NOT NULL AND coalesce(c.identity, '') = '' AND c.default_text IS DISTINCT FROM '' AS has_default,
  coalesce(c.generated, '') AS attgenerated, coalesce(c.identity, '') AS attidentity,
  c.comment
FROM ${engine.raw_columns} c
LEFT JOIN ${engine.types} u
  ON c.type_oid IS NULL AND u.schema_name = c.type_schema AND c.type_name IN (u.typname, '_' || u.typname)
LEFT JOIN ${engine.type_map} m ON m.engine_type = ${f.base_type}(c.data_type)
LEFT JOIN ${engine.enum_texts} e ON e.engine_type = ${f.base_type}(c.data_type)
