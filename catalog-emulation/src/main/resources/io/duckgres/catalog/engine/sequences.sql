-- Sequences with the start, type and owner that were recorded for them.
SELECT
  ${f.object_oid}(s.sequence_oid) AS oid, ${f.namespace_name}(s.schema_name, s.temporary) AS nspname,
  ${f.namespace_oid}(s.schema_name, s.schema_oid, s.temporary) AS relnamespace, s.schema_name,
  s.sequence_name, coalesce(r.start_value, s.start_value) AS start_value, s.min_value, s.max_value, s.increment_by,
  s.cycle, s.last_value, s.temporary, coalesce(r.type_oid, 20) AS type_oid, r.table_name AS owner_table,
  r.column_name AS owner_column
FROM duckdb_sequences() s
LEFT JOIN ${side}.sequences r
  ON s.database_name = ${database} AND r.schema_name = s.schema_name AND r.sequence_name = s.sequence_name
WHERE s.database_name IN (${database}, 'temp') AND s.schema_name <> '_duckgres'
