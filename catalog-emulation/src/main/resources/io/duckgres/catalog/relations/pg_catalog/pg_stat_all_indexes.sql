-- The engine counts no accesses.
SELECT c.oid AS relid, i.oid AS indexrelid, n.nspname AS schemaname, c.relname, i.relname AS indexrelname,
  0 AS idx_scan, NULL AS last_idx_scan, 0 AS idx_tup_read, 0 AS idx_tup_fetch
FROM ${pg_index} x
JOIN ${pg_class} c ON c.oid = x.indrelid
JOIN ${pg_class} i ON i.oid = x.indexrelid
LEFT JOIN ${pg_namespace} n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 't', 'm')
