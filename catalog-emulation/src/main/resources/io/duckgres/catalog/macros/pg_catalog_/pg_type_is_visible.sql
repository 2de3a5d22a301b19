(arg_type_oid, arg_search_path) AS (
  (SELECT ${f.visible_position}(arg_search_path, CASE WHEN n.nspname LIKE 'pg_temp%' THEN 'pg_temp' ELSE n.nspname END) IS NOT NULL
   FROM ${pg_type} t JOIN ${pg_namespace} n ON n.oid = t.typnamespace WHERE t.oid = arg_type_oid)
)
