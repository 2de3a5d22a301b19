SELECT
  c.oid, c.conname, c.connamespace, c.contype, false AS condeferrable, false AS condeferred, true AS convalidated,
  c.conrelid, 0 AS contypid,
  CASE WHEN c.contype IN ('p', 'u') THEN c.oid WHEN c.contype = 'f' THEN coalesce(r.oid, 0) ELSE 0 END AS conindid,
  0 AS conparentid, coalesce(r.conrelid, 0) AS confrelid,
  CASE WHEN c.contype = 'f' THEN 'a' ELSE ' ' END AS confupdtype,
  CASE WHEN c.contype = 'f' THEN 'a' ELSE ' ' END AS confdeltype,
  CASE WHEN c.contype = 'f' THEN 's' ELSE ' ' END AS confmatchtype,
  true AS conislocal, 0 AS coninhcount, c.contype <> 'c' AS connoinherit, c.conkey,
  CASE WHEN c.contype = 'f' THEN list_transform(c.referenced_column_names, lambda x: r.conkey[list_position(r.column_names, x)]) END AS confkey,
  NULL AS conpfeqop, NULL AS conppeqop, NULL AS conffeqop, NULL AS confdelsetcols, NULL AS conexclop,
  CASE WHEN c.contype = 'c' THEN c.expression END AS conbin
FROM ${engine.constraints} c
LEFT JOIN ${engine.constraints} r
  ON c.contype = 'f' AND r.contype IN ('p', 'u') AND r.connamespace = c.connamespace AND r.table_name = c.referenced_table
    AND list_sort(r.column_names) = list_sort(c.referenced_column_names)
UNION ALL
SELECT
  ${f.array_type_oid}(d.engine_oid) + 1073741824 + k.position, k.name, d.typnamespace, 'c', false, false, true, 0, d.oid, 0, 0, 0,
  ' ', ' ', ' ', true, 0, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, k.text
FROM ${engine.types} d
JOIN (
  SELECT schema_name, domain_name, unnest(check_names) AS name, unnest(check_texts) AS text,
    unnest(range(len(check_names))) AS position
  FROM ${side}.domains
) k ON d.typtype = 'd' AND k.schema_name = d.schema_name AND k.domain_name = d.typname
