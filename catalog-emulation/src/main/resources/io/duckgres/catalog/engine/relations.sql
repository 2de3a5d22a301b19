-- Tables, views, sequences and the relations of composite types.
SELECT
  ${f.object_oid}(t.table_oid) AS oid, t.table_oid AS engine_oid,
  ${f.namespace_oid}(t.schema_name, t.schema_oid, t.temporary) AS relnamespace,
  t.schema_name, t.table_name AS relname, CASE WHEN t.view_definition IS NULL THEN 'r' ELSE 'm' END AS relkind, t.temporary, t.comment,
  t.column_count AS relnatts, t.estimated_size AS row_count, k.has_index IS NOT NULL OR i.table_oid IS NOT NULL AS relhasindex,
  coalesce(k.checks, 0) AS relchecks, ${f.row_type_oid}(t.table_oid) AS reltype, coalesce(t.is_populated, true) AS relispopulated
FROM ${engine.raw_tables} t
LEFT JOIN (
  SELECT table_oid, max(CASE WHEN contype IN ('p', 'u') THEN true END) AS has_index, count(*) FILTER (WHERE contype = 'c') AS checks
  FROM ${engine.raw_constraints} GROUP BY table_oid
) k ON k.table_oid = t.table_oid
LEFT JOIN (SELECT DISTINCT table_oid FROM ${engine.raw_indexes}) i ON i.table_oid = t.table_oid
UNION ALL
SELECT
  ${f.object_oid}(view_oid), view_oid,
  ${f.namespace_oid}(schema_name, schema_oid, temporary),
  schema_name, view_name, 'v', temporary, comment, column_count,
  0, false, 0, ${f.row_type_oid}(view_oid), true
FROM ${engine.raw_views}
UNION ALL
SELECT
  ${f.object_oid}(sequence_oid), sequence_oid,
  ${f.namespace_oid}(schema_name, schema_oid, temporary),
  schema_name, sequence_name, 'S', temporary, comment, 3,
  1, false, 0, 0, true
FROM ${engine.raw_sequences}
UNION ALL
SELECT
  ${f.row_type_oid}(t.type_oid), t.type_oid,
  ${f.namespace_oid}(t.schema_name, t.schema_oid, t.database_name = 'temp'),
  t.schema_name, t.type_name, 'c', t.database_name = 'temp', NULL, coalesce(f.fields, 0),
  0, false, 0, ${f.object_oid}(t.type_oid), true
FROM ${engine.raw_types} t
LEFT JOIN (SELECT number, count(*) AS fields FROM ${engine.raw_fields} GROUP BY number) f ON f.number = t.type_oid
WHERE t.logical_type = 'STRUCT'
