-- The name of a role that is given by name or OID; 42704 for a name that no role has.
(arg_role) AS (
  (SELECT CASE WHEN ro_role IS NULL THEN NULL
      WHEN typeof(ro_role) <> 'VARCHAR' THEN (SELECT dg_name FROM (SELECT oid AS dg_oid, rolname AS dg_name FROM ${pg_authid}) dg_roles WHERE CAST(dg_oid AS VARCHAR) = CAST(ro_role AS VARCHAR))
      WHEN lower(CAST(ro_role AS VARCHAR)) = 'public' THEN 'public'
      ELSE coalesce((SELECT dg_name FROM (SELECT rolname AS dg_name FROM ${pg_authid}) dg_roles WHERE dg_name = CAST(ro_role AS VARCHAR)),
        error('[42704] role "' || CAST(ro_role AS VARCHAR) || '" does not exist')) END
   FROM (SELECT arg_role AS ro_role) ro_argument)
)
