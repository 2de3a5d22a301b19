SELECT n.nspname AS schemaname, c.relname AS tablename, r.rolname AS tableowner,
  CASE c.reltablespace WHEN 1664 THEN 'pg_global' END AS tablespace,
  c.relhasindex AS hasindexes, c.relhasrules AS hasrules, c.relhastriggers AS hastriggers, c.relrowsecurity AS rowsecurity
FROM ${pg_class} c
LEFT JOIN ${pg_namespace} n ON n.oid = c.relnamespace
LEFT JOIN ${pg_authid} r ON r.oid = c.relowner
WHERE c.relkind IN ('r', 'p')
