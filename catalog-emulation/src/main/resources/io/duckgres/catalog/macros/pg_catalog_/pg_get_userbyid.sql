(arg_role_oid) AS (
  CASE WHEN arg_role_oid = 10 THEN ${user}
  ELSE coalesce(
    (SELECT dg_rolname FROM (SELECT oid AS dg_oid, rolname AS dg_rolname FROM ${pg_authid}) dg_roles WHERE dg_oid = arg_role_oid),
    'unknown (OID=' || arg_role_oid || ')') END
)
