-- The engine's indexes with what is kept of them, and those that are kept alone since the engine has no such kind.
SELECT
  i.database_name, i.schema_name, s.schema_oid, i.index_name, ${f.number}(o.number, i.index_oid) AS index_oid, t.table_name, t.table_oid,
  i.comment, i.is_unique, i.expressions::VARCHAR[] AS engine_expressions, r.index_name IS NOT NULL AS is_recorded, true AS in_engine,
  r.method, r.key_columns, r.key_texts, r.operator_classes, r.options, r.key_types, r.included, r.predicate, r.nulls_not_distinct,
  coalesce(r.is_constraint, false) AS is_constraint
FROM duckdb_indexes() i
JOIN ${engine.raw_schemas} s USING (database_name, schema_name)
JOIN ${engine.raw_tables} t USING (database_name, schema_name, table_name)
LEFT JOIN ${side}.objects o
  ON i.database_name = ${database} AND o.class = 'i' AND o.schema_name = i.schema_name AND o.object_name = i.index_name
LEFT JOIN ${side}.indexes r ON i.database_name = ${database} AND r.schema_name = i.schema_name AND r.index_name = i.index_name
UNION ALL
SELECT
  ${database}, r.schema_name, t.schema_oid, r.index_name, ${f.number}(o.number, hash(r.schema_name || '.' || r.index_name) % 8388608), t.table_name,
  t.table_oid, NULL, r.is_unique, [], true, false, r.method, r.key_columns, r.key_texts, r.operator_classes, r.options, r.key_types,
  r.included, r.predicate, r.nulls_not_distinct, r.is_constraint
FROM ${side}.indexes r
JOIN ${engine.raw_tables} t ON t.database_name = ${database} AND t.schema_name = r.schema_name AND t.table_name = r.table_name
LEFT JOIN ${side}.objects o ON o.class = 'i' AND o.schema_name = r.schema_name AND o.object_name = r.index_name
WHERE NOT EXISTS (
  SELECT 1 FROM duckdb_indexes() x
  WHERE x.database_name = ${database} AND x.schema_name = r.schema_name AND x.index_name = r.index_name)
