-- The columns that a constraint constrains; for a foreign key those that it refers to.
SELECT ${database_name} AS table_catalog, nr.nspname AS table_schema, r.relname AS table_name, a.attname AS column_name,
  ${database_name} AS constraint_catalog, n.nspname AS constraint_schema, k.conname AS constraint_name
FROM (
  SELECT conname, connamespace, contype, CASE WHEN contype = 'f' THEN confrelid ELSE conrelid END AS relid,
    unnest(CASE WHEN contype = 'f' THEN confkey ELSE conkey END) AS attnum
  FROM ${pg_constraint} WHERE contype IN ('c', 'p', 'u', 'f')
) k
JOIN ${pg_namespace} n ON n.oid = k.connamespace
JOIN ${pg_class} r ON r.oid = k.relid
JOIN ${pg_namespace} nr ON nr.oid = r.relnamespace
JOIN ${pg_attribute} a ON a.attrelid = k.relid AND a.attnum = k.attnum
WHERE r.relkind IN ('r', 'p')
