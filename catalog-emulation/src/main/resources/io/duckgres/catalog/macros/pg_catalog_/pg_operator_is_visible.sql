(arg_object_oid, arg_search_path) AS (
  (SELECT list_contains(arg_search_path, n.nspname)
   FROM ${pg_operator} o JOIN ${pg_namespace} n ON n.oid = o.oprnamespace WHERE o.oid = arg_object_oid)
)
