-- The owner holds every privilege; then what is granted to others.
SELECT ${user} AS grantor, ${user} AS grantee, ${database_name} AS table_catalog, n.nspname AS table_schema, c.relname AS table_name,
  p.privilege_type, 'YES' AS is_grantable, CASE WHEN p.privilege_type = 'SELECT' THEN 'YES' ELSE 'NO' END AS with_hierarchy
FROM ${pg_class} c
JOIN ${pg_namespace} n ON n.oid = c.relnamespace
CROSS JOIN (VALUES ('INSERT'), ('SELECT'), ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('REFERENCES'), ('TRIGGER')) AS p(privilege_type)
WHERE c.relkind IN ('r', 'v', 'p')
UNION ALL
SELECT ${user}, CASE WHEN g.grantee = 'public' THEN 'PUBLIC' ELSE g.grantee END, ${database_name}, n.nspname, c.relname, g.privilege,
  CASE WHEN g.grant_option THEN 'YES' ELSE 'NO' END, CASE WHEN g.privilege = 'SELECT' THEN 'YES' ELSE 'NO' END
FROM ${engine.raw_privileges} g
JOIN ${engine.relations} r ON r.schema_name = g.schema_name AND r.relname = g.object_name AND NOT r.temporary
JOIN ${pg_class} c ON c.oid = r.oid
JOIN ${pg_namespace} n ON n.oid = c.relnamespace
WHERE g.kind = 'TABLE' AND g.column_name = '' AND g.privilege <> 'MAINTAIN'
