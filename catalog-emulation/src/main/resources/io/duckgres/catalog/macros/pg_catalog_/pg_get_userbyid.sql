(arg_role_oid) AS (
  CASE WHEN arg_role_oid = 10 THEN ${user}
  ELSE coalesce((SELECT rolname FROM ${pg_authid} WHERE oid = arg_role_oid), 'unknown (OID=' || arg_role_oid || ')') END
)
