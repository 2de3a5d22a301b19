-- Statistics objects and their tables.
SELECT ${f.object_oid}(s.number) AS oid, r.oid AS relid, s.statistics_name AS stxname, s.schema_name, s.table_schema, s.table_name,
  CASE WHEN s.schema_name = 'main' THEN 2200 ELSE n.oid END AS stxnamespace, s.kinds, s.expressions, s.target,
  c.numbers, c.names
FROM ${engine.raw_statistics} s
JOIN ${engine.relations} r ON NOT r.temporary AND r.schema_name = s.table_schema AND r.relname = s.table_name AND r.relkind IN ('r', 'm')
LEFT JOIN ${engine.namespaces} n ON n.schema_name = s.schema_name AND n.database_name <> 'temp'
LEFT JOIN (
  SELECT k.number, list(a.attnum ORDER BY a.attnum) AS numbers, list(a.attname ORDER BY a.attnum) AS names
  FROM (SELECT number, table_schema, table_name, unnest(column_names) AS column_name FROM ${engine.raw_statistics}) k
  JOIN ${engine.columns} a ON NOT a.temporary AND a.schema_name = k.table_schema AND a.table_name = k.table_name AND a.attname = k.column_name
  GROUP BY k.number
) c ON c.number = s.number
