WITH parameters AS (
  SELECT oid, unnest(coalesce(proallargtypes, proargtypes)) AS type_oid,
    unnest(range(1, len(coalesce(proallargtypes, proargtypes)) + 1)) AS position
  FROM ${pg_proc}
), defaults AS (
  SELECT oid, unnest(shown_defaults) AS text, unnest(range(len(shown_defaults))) AS position, len(shown_defaults) AS count
  FROM ${side}.routines
)
SELECT
  ${database_name} AS specific_catalog, n.nspname AS specific_schema, p.proname || '_' || p.oid AS specific_name,
  a.position AS ordinal_position,
  CASE coalesce(p.proargmodes[a.position], 'i') WHEN 'o' THEN 'OUT' WHEN 'b' THEN 'INOUT' WHEN 't' THEN 'OUT' ELSE 'IN' END AS parameter_mode,
  'NO' AS is_result, 'NO' AS as_locator, nullif(p.proargnames[a.position], '') AS parameter_name,
  CASE WHEN t.typelem <> 0 AND t.typlen = -1 THEN 'ARRAY' WHEN s.nspname IS NULL THEN s.spelling ELSE 'USER-DEFINED' END AS data_type,
  NULL AS character_maximum_length, NULL AS character_octet_length, NULL AS character_set_catalog,
  NULL AS character_set_schema, NULL AS character_set_name, NULL AS collation_catalog, NULL AS collation_schema,
  NULL AS collation_name, NULL AS numeric_precision, NULL AS numeric_precision_radix, NULL AS numeric_scale,
  NULL AS datetime_precision, NULL AS interval_type, NULL AS interval_precision,
  ${database_name} AS udt_catalog, nt.nspname AS udt_schema, t.typname AS udt_name,
  NULL AS scope_catalog, NULL AS scope_schema, NULL AS scope_name, NULL AS maximum_cardinality,
  CAST(a.position AS VARCHAR) AS dtd_identifier, d.text AS parameter_default
FROM parameters a
JOIN ${pg_proc} p ON p.oid = a.oid
JOIN ${pg_namespace} n ON n.oid = p.pronamespace
JOIN ${pg_type} t ON t.oid = a.type_oid
JOIN ${pg_namespace} nt ON nt.oid = t.typnamespace
LEFT JOIN ${engine.type_spellings} s ON s.oid = a.type_oid
LEFT JOIN defaults d ON d.oid = p.oid AND d.position = a.position - 1 - (p.pronargs - d.count)
WHERE p.prokind IN ('f', 'p')
