-- Users' own types: enums, composite types, and domains, which the engine has as alias types.
SELECT
  ${f.object_oid}(t.type_oid) AS oid, ${f.array_type_oid}(t.type_oid) AS typarray,
  ${f.namespace_oid}(t.schema_name, t.schema_oid, t.database_name = 'temp') AS typnamespace,
  t.schema_name, t.database_name = 'temp' AS temporary, t.type_name AS typname,
  CASE t.logical_type WHEN 'ENUM' THEN 'e' WHEN 'STRUCT' THEN 'c' ELSE 'd' END AS typtype,
  t.type_oid AS engine_oid, t.labels, t.comment, t.logical_type,
  coalesce(t.base_oid, m.type_oid, CASE WHEN t.logical_type IN ('LIST', 'ARRAY') THEN 1009 ELSE 25 END) AS base_oid,
  coalesce(t.typmod, -1) AS typmod, t.not_null, t.default_text, t.check_names, t.check_texts
FROM ${engine.raw_types} t
LEFT JOIN ${engine.type_map} m ON m.engine_type = t.logical_type AND t.logical_type NOT IN ('ENUM', 'STRUCT')
