-- Indexes that users created, and those behind primary keys and unique constraints.
SELECT
  i.oid, i.indrelid, i.relnamespace, i.schema_name, i.temporary, i.relname, i.comment, i.table_name,
  i.indisunique, false AS indisprimary, len(i.expressions)::INTEGER + len(coalesce(r.included, [])) AS relnatts,
  len(i.expressions)::INTEGER AS key_count,
  list_concat(
    list_transform(i.expressions, lambda x: coalesce(list_position(n.names,
      CASE WHEN starts_with(x, '"') THEN replace(x[2:-2], '""', '"') ELSE x END), 0)::SMALLINT),
    list_transform(coalesce(r.included, []), lambda x: list_position(n.names, x)::SMALLINT)) AS indkey,
  list_transform(i.expressions, lambda x, k: coalesce(
    CASE WHEN ${f.is_call}(r.key_texts[k]) THEN ${f.shown}(r.key_texts[k], false) ELSE '(' || ${f.shown}(r.key_texts[k], false) || ')' END,
    CASE WHEN starts_with(x, '"') THEN ${f.quoted}(replace(x[2:-2], '""', '"')) WHEN starts_with(x, '(') THEN
      CASE WHEN regexp_full_match(x, '\([a-z_][a-z0-9_]*\([^()]*\)\)') THEN x[2:-2] ELSE x END ELSE x END)) AS expressions,
  list_transform(i.expressions, lambda x, k:
    CASE WHEN ${f.is_call}(r.key_texts[k]) THEN ${f.shown}(r.key_texts[k], true) ELSE '(' || ${f.shown}(r.key_texts[k], true) || ')' END) AS pretty_expressions,
  i.table_oid, coalesce(r.method, 'btree') AS method, coalesce(r.options, list_transform(i.expressions, lambda x: 0::SMALLINT)) AS options,
  coalesce(r.operator_classes, list_transform(i.expressions, lambda x: NULL::VARCHAR)) AS operator_classes,
  coalesce(r.included, []) AS included, r.predicate,
  list_transform(i.expressions, lambda x, k: coalesce(r.key_texts[k], x)) AS key_texts,
  coalesce(r.key_types, list_transform(i.expressions, lambda x: NULL::BIGINT)) AS key_types
FROM (
  SELECT
    ${f.object_oid}(index_oid) AS oid, ${f.object_oid}(table_oid) AS indrelid,
    ${f.namespace_oid}(schema_name, schema_oid, database_name = 'temp') AS relnamespace,
    schema_name, database_name = 'temp' AS temporary, index_name AS relname, comment, table_name,
    table_oid, is_unique AS indisunique, expressions::VARCHAR[] AS expressions
  FROM duckdb_indexes()
  WHERE database_name IN (${database}, 'temp') AND schema_name <> '_duckgres'
) i
LEFT JOIN ${engine.column_names} n ON n.table_oid = i.table_oid
LEFT JOIN ${side}.indexes r
  ON NOT i.temporary AND r.schema_name = i.schema_name AND r.index_name = i.relname AND len(r.options) = len(i.expressions)
UNION ALL
SELECT
  oid, conrelid, connamespace, schema_name, temporary, conname, NULL, table_name,
  true, contype = 'p', len(column_names)::INTEGER, len(column_names)::INTEGER, conkey,
  list_transform(column_names, lambda x: ${f.quoted}(x)), list_transform(column_names, lambda x: NULL), table_oid, 'btree',
  list_transform(column_names, lambda x: 0::SMALLINT), list_transform(column_names, lambda x: NULL), [], NULL,
  column_names, list_transform(column_names, lambda x: NULL)
FROM ${engine.constraints}
WHERE contype IN ('p', 'u')
