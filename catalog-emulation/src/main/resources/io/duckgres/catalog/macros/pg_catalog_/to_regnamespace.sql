(arg_name) AS (
  (SELECT dg_oid FROM (SELECT oid AS dg_oid, nspname AS dg_nspname FROM ${pg_namespace}) dg_schemas
   WHERE dg_nspname = ${f.name_parts}(arg_name)[1] AND len(${f.name_parts}(arg_name)) = 1)
)
