SELECT
  ${database_name} AS table_catalog, a.nspname AS table_schema, a.relname AS table_name, a.attname AS column_name,
  a.attnum AS ordinal_position, CASE WHEN a.attgenerated = '' THEN ${f.shown}(a.adbin, false) END AS column_default,
  CASE WHEN a.attnotnull OR (a.typtype = 'd' AND a.typnotnull) THEN 'NO' ELSE 'YES' END AS is_nullable,
  CASE WHEN s.brackets = '[]' OR (a.typelem <> 0 AND a.typlen = -1) THEN 'ARRAY' WHEN s.nspname IS NULL THEN s.spelling ELSE 'USER-DEFINED' END AS data_type,
  ${f._pg_char_max_length}(a.true_oid, a.true_typmod) AS character_maximum_length,
  ${f._pg_char_octet_length}(a.true_oid, a.true_typmod) AS character_octet_length,
  ${f._pg_numeric_precision}(a.true_oid, a.true_typmod) AS numeric_precision,
  ${f._pg_numeric_precision_radix}(a.true_oid, a.true_typmod) AS numeric_precision_radix,
  ${f._pg_numeric_scale}(a.true_oid, a.true_typmod) AS numeric_scale,
  ${f._pg_datetime_precision}(a.true_oid, a.true_typmod) AS datetime_precision,
  ${f._pg_interval_type}(a.true_oid, a.true_typmod) AS interval_type, NULL AS interval_precision,
  NULL AS character_set_catalog, NULL AS character_set_schema, NULL AS character_set_name,
  CASE WHEN a.attcollation = 950 THEN ${database_name} END AS collation_catalog,
  CASE WHEN a.attcollation = 950 THEN 'pg_catalog' END AS collation_schema,
  CASE WHEN a.attcollation = 950 THEN 'C' END AS collation_name,
  CASE WHEN a.typtype = 'd' THEN ${database_name} END AS domain_catalog,
  CASE WHEN a.typtype = 'd' THEN nt.nspname END AS domain_schema, CASE WHEN a.typtype = 'd' THEN a.typname END AS domain_name,
  ${database_name} AS udt_catalog, coalesce(nb.nspname, nt.nspname) AS udt_schema, coalesce(b.typname, a.typname) AS udt_name,
  NULL AS scope_catalog, NULL AS scope_schema, NULL AS scope_name, NULL AS maximum_cardinality,
  a.attnum::VARCHAR AS dtd_identifier, 'NO' AS is_self_referencing,
  CASE WHEN a.attidentity <> '' THEN 'YES' ELSE 'NO' END AS is_identity,
  CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END AS identity_generation,
  q.start_value::VARCHAR AS identity_start, q.increment_by::VARCHAR AS identity_increment,
  q.max_value::VARCHAR AS identity_maximum, q.min_value::VARCHAR AS identity_minimum,
  CASE WHEN q.cycle THEN 'YES' ELSE 'NO' END AS identity_cycle,
  CASE WHEN a.attgenerated <> '' THEN 'ALWAYS' ELSE 'NEVER' END AS is_generated,
  CASE WHEN a.attgenerated <> '' THEN ${f.shown}(a.adbin, false) END AS generation_expression,
  CASE WHEN a.relkind IN ('r', 'p') OR list_contains(o.updatable_columns, a.attname) THEN 'YES' ELSE 'NO' END AS is_updatable, a.duckgres_number
FROM (
  SELECT a.*, c.relname, c.relkind, n.nspname, d.adbin, t.typname, t.typtype, t.typnotnull, t.typelem, t.typlen, t.typnamespace, t.typbasetype,
    CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE a.atttypid END AS true_oid,
    CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END AS true_typmod
  FROM ${engine.numbered_attributes} a
  JOIN ${pg_class} c ON c.oid = a.attrelid
  JOIN ${pg_namespace} n ON n.oid = c.relnamespace
  JOIN ${pg_type} t ON t.oid = a.atttypid
  LEFT JOIN ${pg_attrdef} d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE c.relkind IN ('r', 'v', 'f', 'p') AND a.attnum > 0 AND NOT a.attisdropped
) a
JOIN ${pg_namespace} nt ON nt.oid = a.typnamespace
LEFT JOIN ${pg_type} b ON a.typtype = 'd' AND b.oid = a.typbasetype
LEFT JOIN ${pg_namespace} nb ON nb.oid = b.typnamespace
LEFT JOIN ${engine.type_spellings} s ON s.oid = a.true_oid
LEFT JOIN ${engine.view_options} o ON o.oid = a.attrelid
LEFT JOIN ${engine.sequences} q ON a.attidentity <> '' AND q.nspname = a.nspname AND (q.owner_table = a.relname AND q.owner_column = a.attname OR q.owner_table IS NULL AND q.sequence_name = a.relname || '_' || a.attname || '_seq')
