-- Sequences.
SELECT
  ${f.object_oid}(sequence_oid) AS oid, ${f.namespace_name}(schema_name, temporary) AS nspname,
  ${f.namespace_oid}(schema_name, schema_oid, temporary) AS relnamespace, database_name, schema_name,
  sequence_name, start_value, min_value, max_value, increment_by, cycle, temporary, type_oid, owner_table, owner_column
FROM ${engine.raw_sequences}
