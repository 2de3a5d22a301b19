SELECT ${database_name} AS constraint_catalog, n.nspname AS constraint_schema, k.conname AS constraint_name,
  ${database_name} AS table_catalog, nr.nspname AS table_schema, r.relname AS table_name, a.attname AS column_name,
  k.ordinal AS ordinal_position,
  CASE WHEN k.contype = 'f' THEN list_position(i.indkey, k.confkey[k.ordinal]) END AS position_in_unique_constraint
FROM (
  SELECT *, unnest(conkey) AS attnum, unnest(range(1, len(conkey) + 1)) AS ordinal
  FROM ${pg_constraint} WHERE contype IN ('p', 'u', 'f')
) k
JOIN ${pg_namespace} n ON n.oid = k.connamespace
JOIN ${pg_class} r ON r.oid = k.conrelid
JOIN ${pg_namespace} nr ON nr.oid = r.relnamespace
JOIN ${pg_attribute} a ON a.attrelid = k.conrelid AND a.attnum = k.attnum
LEFT JOIN ${pg_index} i ON k.contype = 'f' AND i.indexrelid = k.conindid
WHERE r.relkind IN ('r', 'p')
