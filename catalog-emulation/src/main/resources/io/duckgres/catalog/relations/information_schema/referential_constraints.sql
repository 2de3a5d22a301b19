SELECT ${database_name} AS constraint_catalog, n.nspname AS constraint_schema, k.conname AS constraint_name,
  CASE WHEN u.oid IS NOT NULL THEN ${database_name} END AS unique_constraint_catalog, nu.nspname AS unique_constraint_schema,
  u.conname AS unique_constraint_name,
  CASE k.confmatchtype WHEN 'f' THEN 'FULL' WHEN 'p' THEN 'PARTIAL' ELSE 'NONE' END AS match_option,
  CASE k.confupdtype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT' WHEN 'r' THEN 'RESTRICT' ELSE 'NO ACTION' END AS update_rule,
  CASE k.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT' WHEN 'r' THEN 'RESTRICT' ELSE 'NO ACTION' END AS delete_rule
FROM ${pg_constraint} k
JOIN ${pg_namespace} n ON n.oid = k.connamespace
LEFT JOIN ${pg_constraint} u ON u.oid = k.conindid AND u.contype IN ('p', 'u')
LEFT JOIN ${pg_namespace} nu ON nu.oid = u.connamespace
WHERE k.contype = 'f'
