-- The last values of sequences, which change without any definition.
SELECT s.oid, q.last_value
FROM ${engine.sequences} s
JOIN duckdb_sequences() q USING (database_name, schema_name, sequence_name)
