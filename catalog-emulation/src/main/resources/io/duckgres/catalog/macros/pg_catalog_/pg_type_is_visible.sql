(arg_type_oid, arg_search_path) AS (
  (SELECT ${f.visible_position}(arg_search_path, CASE WHEN dg_nspname LIKE 'pg_temp%' THEN 'pg_temp' ELSE dg_nspname END) IS NOT NULL
   FROM (
     SELECT t.oid AS dg_oid, n.nspname AS dg_nspname
     FROM ${pg_type} t JOIN ${pg_namespace} n ON n.oid = t.typnamespace
   ) dg_types WHERE dg_oid = arg_type_oid)
)
