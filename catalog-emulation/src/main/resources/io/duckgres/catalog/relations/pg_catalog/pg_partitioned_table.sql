WITH keys AS (
  SELECT oid, unnest(key_columns) AS column_name, unnest(key_texts) AS text, unnest(range(len(key_texts))) AS position
  FROM ${engine.partitioned_tables}
), numbered AS (
  SELECT k.oid, list(coalesce(a.attnum, 0) ORDER BY position) AS attributes,
    list(coalesce(CASE c.opcmethod WHEN 403 THEN c.oid END, 0) ORDER BY position) AS classes,
    list(CASE WHEN a.attcollation IS NULL THEN 0 ELSE a.attcollation END ORDER BY position) AS collations,
    string_agg(text, ', ' ORDER BY position) FILTER (WHERE column_name = '') AS expressions
  FROM keys k
  LEFT JOIN ${pg_attribute} a ON a.attrelid = k.oid AND a.attname = k.column_name
  LEFT JOIN ${pg_opclass} c ON c.opcmethod = 403 AND c.opcdefault AND c.opcintype = CASE a.atttypid WHEN 1043 THEN 25 ELSE a.atttypid END
  GROUP BY k.oid
)
SELECT t.oid AS partrelid, t.strategy AS partstrat, len(t.key_texts) AS partnatts,
  coalesce((SELECT any_value(p.oid) FROM ${engine.partitions} p WHERE p.parent_oid = t.oid AND p.kind = 'd'), 0) AS partdefid,
  n.attributes AS partattrs, n.classes AS partclass, n.collations AS partcollation, n.expressions AS partexprs
FROM ${engine.partitioned_tables} t JOIN numbered n ON n.oid = t.oid
