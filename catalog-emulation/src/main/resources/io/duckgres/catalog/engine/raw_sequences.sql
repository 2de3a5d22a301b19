-- Sequences with the start, type and owner that were recorded for them.
SELECT
  q.database_name, q.schema_name, s.schema_oid, q.sequence_name, ${f.number}(o.number, q.sequence_oid) AS sequence_oid, q.temporary,
  q.comment, coalesce(r.start_value, q.start_value) AS start_value, q.min_value, q.max_value, q.increment_by, q.cycle,
  coalesce(r.type_oid, 20) AS type_oid, r.table_name AS owner_table, r.column_name AS owner_column
FROM duckdb_sequences() q
JOIN ${engine.raw_schemas} s USING (database_name, schema_name)
LEFT JOIN ${side}.objects o ON NOT q.temporary AND o.class = 'r' AND o.schema_name = q.schema_name AND o.object_name = q.sequence_name
LEFT JOIN ${side}.sequences r ON NOT q.temporary AND r.schema_name = q.schema_name AND r.sequence_name = q.sequence_name
