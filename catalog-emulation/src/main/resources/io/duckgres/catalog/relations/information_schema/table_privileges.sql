-- Nothing is granted to anyone: the owner holds every privilege.
SELECT ${user} AS grantor, ${user} AS grantee, ${database_name} AS table_catalog, n.nspname AS table_schema, c.relname AS table_name,
  p.privilege_type, 'YES' AS is_grantable, CASE WHEN p.privilege_type = 'SELECT' THEN 'YES' ELSE 'NO' END AS with_hierarchy
FROM ${pg_class} c
JOIN ${pg_namespace} n ON n.oid = c.relnamespace
CROSS JOIN (VALUES ('INSERT'), ('SELECT'), ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('REFERENCES'), ('TRIGGER')) AS p(privilege_type)
WHERE c.relkind IN ('r', 'v', 'p')
