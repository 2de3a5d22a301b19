(arg_name) AS (
  (SELECT dg_oid FROM (SELECT oid AS dg_oid, rolname AS dg_rolname FROM ${pg_authid}) dg_roles
   WHERE dg_rolname = ${f.name_parts}(arg_name)[1] AND len(${f.name_parts}(arg_name)) = 1)
)
