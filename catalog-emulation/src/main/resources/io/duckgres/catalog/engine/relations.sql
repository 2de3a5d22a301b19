-- Tables, views, sequences and the relations of composite types.
SELECT
  ${f.object_oid}(table_oid) AS oid, table_oid AS engine_oid,
  ${f.namespace_oid}(t.schema_name, schema_oid, temporary) AS relnamespace,
  t.schema_name, table_name AS relname, CASE WHEN m.view_name IS NULL THEN 'r' ELSE 'm' END AS relkind, temporary, comment, column_count AS relnatts,
  estimated_size AS row_count, index_count > 0 OR has_primary_key AS relhasindex,
  check_constraint_count AS relchecks, ${f.row_type_oid}(table_oid) AS reltype, coalesce(m.is_populated, true) AS relispopulated
FROM duckdb_tables() t
LEFT JOIN ${side}.materialized_views m ON NOT t.temporary AND m.schema_name = t.schema_name AND m.view_name = t.table_name
WHERE NOT internal AND (database_name = ${database} OR temporary) AND t.schema_name <> '_duckgres'
  AND NOT (temporary AND starts_with(table_name, 'duckgres_'))
UNION ALL
SELECT
  ${f.object_oid}(view_oid), view_oid,
  ${f.namespace_oid}(schema_name, schema_oid, temporary),
  schema_name, view_name, 'v', temporary, comment, column_count,
  0, false, 0, ${f.row_type_oid}(view_oid), true
FROM duckdb_views()
WHERE NOT internal AND (database_name = ${database} OR temporary) AND schema_name <> '_duckgres'
UNION ALL
SELECT
  ${f.object_oid}(sequence_oid), sequence_oid,
  ${f.namespace_oid}(schema_name, schema_oid, temporary),
  schema_name, sequence_name, 'S', temporary, comment, 3,
  1, false, 0, 0, true
FROM duckdb_sequences()
WHERE (database_name = ${database} OR temporary) AND schema_name <> '_duckgres'
UNION ALL
SELECT
  ${f.row_type_oid}(type_oid), type_oid,
  ${f.namespace_oid}(schema_name, schema_oid, database_name = 'temp'),
  schema_name, type_name, 'c', database_name = 'temp', NULL, 0,
  0, false, 0, ${f.object_oid}(type_oid), true
FROM duckdb_types()
WHERE NOT internal AND logical_type = 'STRUCT' AND database_name IN (${database}, 'temp')
