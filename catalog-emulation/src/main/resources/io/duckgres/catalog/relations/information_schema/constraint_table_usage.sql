SELECT ${database_name} AS table_catalog, nr.nspname AS table_schema, r.relname AS table_name,
  ${database_name} AS constraint_catalog, n.nspname AS constraint_schema, k.conname AS constraint_name
FROM ${pg_constraint} k
JOIN ${pg_namespace} n ON n.oid = k.connamespace
JOIN ${pg_class} r ON r.oid = CASE WHEN k.contype = 'f' THEN k.confrelid ELSE k.conrelid END
JOIN ${pg_namespace} nr ON nr.oid = r.relnamespace
WHERE k.contype IN ('p', 'u', 'f') AND r.relkind IN ('r', 'p')
