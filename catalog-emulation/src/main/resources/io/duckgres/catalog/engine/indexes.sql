-- Indexes that users created, and those behind primary keys and unique constraints.
SELECT
  i.oid, i.indrelid, i.relnamespace, i.schema_name, i.temporary, i.relname, i.comment, i.table_name,
  i.indisunique, false AS indisprimary, i.key_count + len(i.included) AS relnatts, i.key_count,
  list_concat(
    list_transform(i.key_columns, lambda x: coalesce(list_position(n.names, x), 0)::SMALLINT),
    list_transform(i.included, lambda x: list_position(n.names, x)::SMALLINT)) AS indkey,
  list_transform(i.key_columns, lambda x, k: coalesce(${f.quoted}(x),
    CASE WHEN ${f.is_call}(i.key_texts[k]) THEN ${f.shown}(i.key_texts[k], false) ELSE '(' || ${f.shown}(i.key_texts[k], false) || ')' END,
    i.expressions[k])) AS expressions,
  list_transform(i.key_columns, lambda x, k:
    CASE WHEN ${f.is_call}(i.key_texts[k]) THEN ${f.shown}(i.key_texts[k], true) ELSE '(' || ${f.shown}(i.key_texts[k], true) || ')' END) AS pretty_expressions,
  i.table_oid, i.method, i.options, i.operator_classes, i.included, i.predicate,
  list_transform(i.key_columns, lambda x, k: coalesce(i.key_texts[k], x, i.expressions[k])) AS key_texts, i.key_types, i.nulls_not_distinct
FROM (
  SELECT
    ${f.object_oid}(i.index_oid) AS oid, ${f.object_oid}(i.table_oid) AS indrelid,
    ${f.namespace_oid}(i.schema_name, i.schema_oid, i.database_name = 'temp') AS relnamespace,
    i.schema_name, i.database_name = 'temp' AS temporary, i.index_name AS relname, i.comment, i.table_name,
    i.table_oid, i.is_unique AS indisunique,
    CASE WHEN r.index_name IS NOT NULL THEN r.key_columns ELSE list_transform(i.expressions::VARCHAR[], lambda x:
      CASE WHEN starts_with(x, '(') THEN NULL WHEN starts_with(x, '"') THEN replace(x[2:-2], '""', '"') ELSE x END) END AS key_columns,
    list_transform(i.expressions::VARCHAR[], lambda x: CASE WHEN starts_with(x, '(') THEN
      CASE WHEN regexp_full_match(x, '\([a-z_][a-z0-9_]*\([^()]*\)\)') THEN x[2:-2] ELSE x END ELSE x END) AS expressions,
    coalesce(len(r.options), len(i.expressions::VARCHAR[]))::INTEGER AS key_count,
    coalesce(r.key_texts, list_transform(i.expressions::VARCHAR[], lambda x: NULL::VARCHAR)) AS key_texts,
    coalesce(r.method, 'btree') AS method, coalesce(r.options, list_transform(i.expressions::VARCHAR[], lambda x: 0::SMALLINT)) AS options,
    coalesce(r.operator_classes, list_transform(i.expressions::VARCHAR[], lambda x: NULL::VARCHAR)) AS operator_classes,
    coalesce(r.included, []) AS included, r.predicate,
    coalesce(r.key_types, list_transform(i.expressions::VARCHAR[], lambda x: NULL::BIGINT)) AS key_types,
    coalesce(r.nulls_not_distinct, false) AS nulls_not_distinct
  FROM duckdb_indexes() i
  LEFT JOIN ${side}.indexes r ON i.database_name <> 'temp' AND r.schema_name = i.schema_name AND r.index_name = i.index_name
  WHERE i.database_name IN (${database}, 'temp') AND i.schema_name <> '_duckgres'
  UNION ALL
  -- Indexes that the engine has no kind for are only recorded.
  SELECT
    ${f.constraint_oid}(t.table_oid, 51 + row_number() OVER (PARTITION BY t.table_oid ORDER BY r.index_name)), ${f.object_oid}(t.table_oid),
    ${f.namespace_oid}(t.schema_name, t.schema_oid, false), t.schema_name, false, r.index_name, NULL, t.table_name,
    t.table_oid, false, r.key_columns, [], len(r.options)::INTEGER, r.key_texts, r.method, r.options, r.operator_classes, r.included,
    r.predicate, r.key_types, false
  FROM ${side}.indexes r
  JOIN duckdb_tables() t ON t.database_name = ${database} AND t.schema_name = r.schema_name AND t.table_name = r.table_name
  WHERE NOT EXISTS (SELECT 1 FROM duckdb_indexes() x WHERE x.database_name = ${database} AND x.schema_name = r.schema_name AND x.index_name = r.index_name)
) i
LEFT JOIN ${engine.column_names} n ON n.table_oid = i.table_oid
UNION ALL
SELECT
  oid, conrelid, connamespace, schema_name, temporary, conname, NULL, table_name,
  true, contype = 'p', len(column_names)::INTEGER, len(column_names)::INTEGER, conkey,
  list_transform(column_names, lambda x: ${f.quoted}(x)), list_transform(column_names, lambda x: NULL), table_oid, 'btree',
  list_transform(column_names, lambda x: 0::SMALLINT), list_transform(column_names, lambda x: NULL), [], NULL,
  column_names, list_transform(column_names, lambda x: NULL), false
FROM ${engine.constraints}
WHERE contype IN ('p', 'u') AND NOT kept
