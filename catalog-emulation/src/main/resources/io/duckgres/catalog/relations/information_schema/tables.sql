SELECT ${database_name} AS table_catalog, n.nspname AS table_schema, c.relname AS table_name,
  CASE WHEN c.relpersistence = 't' THEN 'LOCAL TEMPORARY' WHEN c.relkind IN ('r', 'p') THEN 'BASE TABLE'
    WHEN c.relkind = 'v' THEN 'VIEW' WHEN c.relkind = 'f' THEN 'FOREIGN' END AS table_type,
  NULL AS self_referencing_column_name, NULL AS reference_generation, NULL AS user_defined_type_catalog,
  NULL AS user_defined_type_schema, NULL AS user_defined_type_name,
  CASE WHEN c.relkind IN ('r', 'p') OR o.updatable_columns IS NOT NULL THEN 'YES' ELSE 'NO' END AS is_insertable_into, 'NO' AS is_typed, NULL AS commit_action
FROM ${pg_class} c JOIN ${pg_namespace} n ON n.oid = c.relnamespace
LEFT JOIN ${engine.view_options} o ON o.oid = c.oid
WHERE c.relkind IN ('r', 'v', 'f', 'p')
