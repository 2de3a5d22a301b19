SELECT
  c.oid, c.conname, c.connamespace, c.contype, c.is_deferrable AS condeferrable, c.is_deferred AS condeferred, c.is_valid AS convalidated,
  c.conrelid, 0 AS contypid,
  CASE WHEN c.contype IN ('p', 'u') THEN c.oid WHEN c.contype = 'f' THEN coalesce(r.oid, 0) ELSE 0 END AS conindid,
  0 AS conparentid, coalesce(r.conrelid, 0) AS confrelid,
  CASE WHEN c.contype = 'f' THEN c.update_action ELSE ' ' END AS confupdtype,
  CASE WHEN c.contype = 'f' THEN c.delete_action ELSE ' ' END AS confdeltype,
  CASE WHEN c.contype = 'f' THEN c.match_type ELSE ' ' END AS confmatchtype,
  true AS conislocal, 0 AS coninhcount, c.contype <> 'c' AS connoinherit, c.conkey,
  CASE WHEN c.contype = 'f' THEN list_transform(c.referenced_column_names, lambda x: r.conkey[list_position(r.column_names, x)]) END AS confkey,
  NULL AS conpfeqop, NULL AS conppeqop, NULL AS conffeqop, CASE WHEN len(c.set_column_names) > 0 THEN list_transform(c.set_column_names, lambda x: c.conkey[list_position(c.column_names, x)]) END AS confdelsetcols, NULL AS conexclop,
  CASE WHEN c.contype = 'c' THEN coalesce(c.check_text, c.expression) END AS conbin, c.table_oid AS duckgres_number
FROM ${engine.constraints} c
LEFT JOIN ${engine.constraints} r
  ON c.contype = 'f' AND r.contype IN ('p', 'u') AND r.temporary = c.temporary AND r.schema_name = c.referenced_schema AND r.table_name = c.referenced_table
    AND list_sort(r.column_names) = list_sort(c.referenced_column_names)
UNION ALL
SELECT
  ${f.array_type_oid}(d.engine_oid) + 1073741824 + k.position, k.name, d.typnamespace, 'c', false, false, true, 0, d.oid, 0, 0, 0,
  ' ', ' ', ' ', true, 0, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, k.text, NULL
FROM ${engine.types} d
JOIN (
  SELECT oid, unnest(check_names) AS name, unnest(check_texts) AS text, unnest(range(len(check_names))) AS position
  FROM ${engine.types}
) k ON d.typtype = 'd' AND k.oid = d.oid
