SELECT ${database_name} AS constraint_catalog, n.nspname AS constraint_schema, k.conname AS constraint_name,
  ${database_name} AS table_catalog, nr.nspname AS table_schema, r.relname AS table_name,
  CASE k.contype WHEN 'c' THEN 'CHECK' WHEN 'f' THEN 'FOREIGN KEY' WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE' END AS constraint_type,
  CASE WHEN k.condeferrable THEN 'YES' ELSE 'NO' END AS is_deferrable, CASE WHEN k.condeferred THEN 'YES' ELSE 'NO' END AS initially_deferred,
  'YES' AS enforced, CASE WHEN k.contype = 'u' THEN 'YES' END AS nulls_distinct
FROM ${pg_constraint} k
JOIN ${pg_namespace} n ON n.oid = k.connamespace
JOIN ${pg_class} r ON r.oid = k.conrelid
JOIN ${pg_namespace} nr ON nr.oid = r.relnamespace
WHERE k.contype IN ('c', 'f', 'p', 'u') AND r.relkind IN ('r', 'p')
UNION ALL
SELECT ${database_name}, n.nspname, n.oid || '_' || r.oid || '_' || a.attnum || '_not_null', ${database_name}, n.nspname, r.relname,
  'CHECK', 'NO', 'NO', 'YES', NULL
FROM ${pg_attribute} a
JOIN ${pg_class} r ON r.oid = a.attrelid
JOIN ${pg_namespace} n ON n.oid = r.relnamespace
WHERE a.attnotnull AND a.attnum > 0 AND NOT a.attisdropped AND r.relkind IN ('r', 'p')
