SELECT n.nspname AS schemaname, c.relname AS matviewname, r.rolname AS matviewowner, NULL AS tablespace,
  c.relhasindex AS hasindexes, c.relispopulated AS ispopulated, ${f.shown}(v.definition, false) AS definition
FROM ${pg_class} c
LEFT JOIN ${pg_namespace} n ON n.oid = c.relnamespace
LEFT JOIN ${pg_authid} r ON r.oid = c.relowner
LEFT JOIN ${engine.views} v ON v.oid = c.oid
WHERE c.relkind = 'm'
