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
    ${f.object_oid}(index_oid) AS oid, ${f.object_oid}(table_oid) AS indrelid,
    ${f.namespace_oid}(schema_name, schema_oid, database_name = 'temp') AS relnamespace,
    schema_name, database_name = 'temp' AS temporary, index_name AS relname, comment, table_name,
    table_oid, is_unique AND in_engine AS indisunique,
    CASE WHEN is_recorded THEN key_columns ELSE list_transform(engine_expressions, lambda x:
      CASE WHEN starts_with(x, '(') THEN NULL WHEN starts_with(x, '"') THEN replace(x[2:-2], '""', '"') ELSE x END) END AS key_columns,
    list_transform(engine_expressions, lambda x: CASE WHEN starts_with(x, '(') THEN
      CASE WHEN regexp_full_match(x, '\([a-z_][a-z0-9_]*\([^()]*\)\)') THEN x[2:-2] ELSE x END ELSE x END) AS expressions,
    coalesce(len(options), len(engine_expressions))::INTEGER AS key_count,
    coalesce(key_texts, list_transform(engine_expressions, lambda x: NULL::VARCHAR)) AS key_texts,
    coalesce(method, 'btree') AS method, coalesce(options, list_transform(engine_expressions, lambda x: 0::SMALLINT)) AS options,
    coalesce(operator_classes, list_transform(engine_expressions, lambda x: NULL::VARCHAR)) AS operator_classes,
    coalesce(included, []) AS included, predicate,
    coalesce(key_types, list_transform(engine_expressions, lambda x: NULL::BIGINT)) AS key_types,
    coalesce(nulls_not_distinct, false) AS nulls_not_distinct
  FROM ${engine.raw_indexes}
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
