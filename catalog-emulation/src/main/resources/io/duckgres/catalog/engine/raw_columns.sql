-- Columns of tables and views with what is recorded of them.
SELECT
  c.database_name, c.schema_name, c.table_name, r.number AS table_oid, c.column_index, c.column_name, c.data_type, c.is_nullable,
  c.column_default, c.comment, k.type_oid, k.type_schema, k.type_name, k.typmod, k.default_text, k.generated, k.identity
FROM duckdb_columns() c
JOIN (
  SELECT database_name, schema_name, table_name, table_oid AS number FROM ${engine.raw_tables}
  UNION ALL
  SELECT database_name, schema_name, view_name, view_oid FROM ${engine.raw_views}
) r USING (database_name, schema_name, table_name)
LEFT JOIN (
  SELECT ${database} AS database_name, * FROM ${side}.column_types
  UNION ALL
  SELECT 'temp', * REPLACE ('main' AS schema_name) FROM ${engine.temporary_column_types}
) k
  ON k.database_name = c.database_name AND k.schema_name = c.schema_name AND k.relation_name = c.table_name
    AND k.column_name = c.column_name AND k.engine_type IN (c.data_type, ${f.base_type}(c.data_type))
