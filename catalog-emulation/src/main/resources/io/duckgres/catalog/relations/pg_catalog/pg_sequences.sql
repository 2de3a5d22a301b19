SELECT nspname AS schemaname, sequence_name AS sequencename, ${user} AS sequenceowner, type_oid AS data_type, start_value, min_value,
  max_value, increment_by, cycle, 1 AS cache_size, v.last_value
FROM ${engine.sequences} s
LEFT JOIN ${engine.sequence_values} v USING (oid)
