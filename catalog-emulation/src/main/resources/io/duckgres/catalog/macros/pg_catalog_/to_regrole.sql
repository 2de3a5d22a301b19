(arg_name) AS (
  CASE WHEN arg_name = '-' THEN 0 WHEN regexp_full_match(arg_name, '\d+') THEN CAST(arg_name AS BIGINT) ELSE
  (SELECT dg_oid FROM (SELECT oid AS dg_oid, rolname AS dg_rolname FROM ${pg_authid}) dg_roles
   WHERE dg_rolname = ${f.name_parts}(arg_name)[1] AND len(${f.name_parts}(arg_name)) = 1) END
)
