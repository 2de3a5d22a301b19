SELECT ${database_name} AS constraint_catalog, n.nspname AS constraint_schema, k.conname AS constraint_name, ${f.shown}(k.conbin, false) AS check_clause
FROM ${pg_constraint} k JOIN ${pg_namespace} n ON n.oid = k.connamespace
WHERE k.contype = 'c'
UNION ALL
SELECT ${database_name}, n.nspname, n.oid || '_' || r.oid || '_' || a.attnum || '_not_null', a.attname || ' IS NOT NULL'
FROM ${pg_attribute} a
JOIN ${pg_class} r ON r.oid = a.attrelid
JOIN ${pg_namespace} n ON n.oid = r.relnamespace
WHERE a.attnotnull AND a.attnum > 0 AND NOT a.attisdropped AND r.relkind IN ('r', 'p')
