SELECT n.nspname AS schemaname, c.relname AS matviewname, r.rolname AS matviewowner, NULL AS tablespace,
  c.relhasindex AS hasindexes, c.relispopulated AS ispopulated, NULL AS definition
FROM ${pg_class} c
LEFT JOIN ${pg_namespace} n ON n.oid = c.relnamespace
LEFT JOIN ${pg_authid} r ON r.oid = c.relowner
WHERE c.relkind = 'm'
