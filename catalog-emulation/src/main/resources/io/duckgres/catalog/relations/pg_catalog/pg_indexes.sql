SELECT n.nspname AS schemaname, c.relname AS tablename, i.relname AS indexname,
  CASE i.reltablespace WHEN 1664 THEN 'pg_global' END AS tablespace, ${f.pg_get_indexdef}(i.oid) AS indexdef
FROM ${pg_index} x
JOIN ${pg_class} c ON c.oid = x.indrelid
JOIN ${pg_class} i ON i.oid = x.indexrelid
LEFT JOIN ${pg_namespace} n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm', 'p') AND i.relkind IN ('i', 'I')
