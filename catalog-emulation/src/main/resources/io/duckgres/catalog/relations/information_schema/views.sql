SELECT ${database_name} AS table_catalog, n.nspname AS table_schema, c.relname AS table_name, ${f.shown}(v.definition, false) AS view_definition,
  coalesce(o.check_option, 'NONE') AS check_option,
  CASE WHEN o.updatable_columns IS NULL THEN 'NO' ELSE 'YES' END AS is_updatable,
  CASE WHEN o.updatable_columns IS NULL THEN 'NO' ELSE 'YES' END AS is_insertable_into, 'NO' AS is_trigger_updatable,
  'NO' AS is_trigger_deletable, 'NO' AS is_trigger_insertable_into
FROM ${pg_class} c JOIN ${pg_namespace} n ON n.oid = c.relnamespace
LEFT JOIN ${engine.views} v ON v.oid = c.oid
LEFT JOIN ${engine.view_options} o ON o.oid = c.oid
WHERE c.relkind = 'v'
