-- Partitions with the tables that they are parts of.
SELECT r.oid, p.oid AS parent_oid, s.kind, s.bound
FROM ${engine.raw_partitions} s
JOIN ${engine.relations} r ON NOT r.temporary AND r.schema_name = s.schema_name AND r.relname = s.table_name
JOIN ${engine.relations} p ON NOT p.temporary AND p.schema_name = s.parent_schema AND p.relname = s.parent_name
