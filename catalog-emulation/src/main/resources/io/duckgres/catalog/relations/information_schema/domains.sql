SELECT ${database_name} AS domain_catalog, n.nspname AS domain_schema, t.typname AS domain_name,
  CASE WHEN s.brackets = '[]' THEN 'ARRAY' WHEN s.nspname IS NULL THEN s.spelling ELSE 'USER-DEFINED' END AS data_type,
  ${f._pg_char_max_length}(t.typbasetype, t.typtypmod) AS character_maximum_length,
  ${f._pg_char_octet_length}(t.typbasetype, t.typtypmod) AS character_octet_length,
  NULL AS character_set_catalog, NULL AS character_set_schema, NULL AS character_set_name,
  NULL AS collation_catalog, NULL AS collation_schema, NULL AS collation_name,
  ${f._pg_numeric_precision}(t.typbasetype, t.typtypmod) AS numeric_precision,
  ${f._pg_numeric_precision_radix}(t.typbasetype, t.typtypmod) AS numeric_precision_radix,
  ${f._pg_numeric_scale}(t.typbasetype, t.typtypmod) AS numeric_scale,
  ${f._pg_datetime_precision}(t.typbasetype, t.typtypmod) AS datetime_precision,
  ${f._pg_interval_type}(t.typbasetype, t.typtypmod) AS interval_type, NULL AS interval_precision,
  t.typdefault AS domain_default, ${database_name} AS udt_catalog, nb.nspname AS udt_schema, b.typname AS udt_name,
  NULL AS scope_catalog, NULL AS scope_schema, NULL AS scope_name, NULL AS maximum_cardinality, '1' AS dtd_identifier
FROM ${pg_type} t
JOIN ${pg_namespace} n ON n.oid = t.typnamespace
JOIN ${pg_type} b ON b.oid = t.typbasetype
JOIN ${pg_namespace} nb ON nb.oid = b.typnamespace
LEFT JOIN ${engine.type_spellings} s ON s.oid = t.typbasetype
WHERE t.typtype = 'd'
