SELECT ${database_name} AS table_catalog, n.nspname AS table_schema, c.relname AS table_name, ${f.shown}(v.definition, false) AS view_definition,
  'NONE' AS check_option, 'NO' AS is_updatable, 'NO' AS is_insertable_into, 'NO' AS is_trigger_updatable,
  'NO' AS is_trigger_deletable, 'NO' AS is_trigger_insertable_into
FROM ${pg_class} c JOIN ${pg_namespace} n ON n.oid = c.relnamespace
LEFT JOIN ${engine.views} v ON v.oid = c.oid
WHERE c.relkind = 'v'
