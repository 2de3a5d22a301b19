(arg_object_oid, arg_search_path) AS (
  (SELECT list_contains(arg_search_path, dg_nspname)
   FROM (
     SELECT o.oid AS dg_oid, n.nspname AS dg_nspname
     FROM ${pg_collation} o JOIN ${pg_namespace} n ON n.oid = o.collnamespace
   ) dg_objects WHERE dg_oid = arg_object_oid)
)
