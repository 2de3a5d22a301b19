-- Tables that are divided into partitions.
SELECT r.oid, s.strategy, s.key_texts, s.key_columns
FROM ${engine.raw_partitioned_tables} s
JOIN ${engine.relations} r ON NOT r.temporary AND r.relkind = 'r' AND r.schema_name = s.schema_name AND r.relname = s.table_name
