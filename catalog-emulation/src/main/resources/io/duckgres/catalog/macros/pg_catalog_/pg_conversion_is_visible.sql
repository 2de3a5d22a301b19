(arg_object_oid, arg_search_path) AS (
  (SELECT list_contains(arg_search_path, n.nspname)
   FROM ${pg_conversion} o JOIN ${pg_namespace} n ON n.oid = o.connamespace WHERE o.oid = arg_object_oid)
)
