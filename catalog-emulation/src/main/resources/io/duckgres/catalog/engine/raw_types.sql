-- Users' types with what is kept of domains.
SELECT
  t.database_name, t.schema_name, s.schema_oid, t.type_name, ${f.number}(o.number, t.type_oid) AS type_oid, t.logical_type, t.labels,
  t.comment, d.domain_name IS NOT NULL AS is_domain, d.base_oid, d.typmod, coalesce(d.not_null, false) AS not_null, d.default_text,
  d.check_names, d.check_texts
FROM duckdb_types() t
JOIN ${engine.raw_schemas} s USING (database_name, schema_name)
LEFT JOIN ${side}.objects o
  ON t.database_name = ${database} AND o.class = 't' AND o.schema_name = t.schema_name AND o.object_name = t.type_name
LEFT JOIN ${side}.domains d
  ON t.database_name = ${database} AND d.schema_name = t.schema_name AND d.domain_name = t.type_name
WHERE NOT t.internal
