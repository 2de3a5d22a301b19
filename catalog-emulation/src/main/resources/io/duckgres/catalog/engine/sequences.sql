SELECT
  ${f.object_oid}(sequence_oid) AS oid, ${f.namespace_name}(schema_name, temporary) AS nspname,
  ${f.namespace_oid}(schema_name, schema_oid, temporary) AS relnamespace, schema_name,
  sequence_name, start_value, min_value, max_value, increment_by, cycle, last_value, temporary
FROM duckdb_sequences()
WHERE database_name IN (${database}, 'temp') AND schema_name <> '_duckgres'
