(arg_oid) AS (
  CASE WHEN arg_oid IS NULL THEN NULL WHEN arg_oid = 0 THEN '-' ELSE coalesce((
    SELECT any_value(${f.quoted}(dg_nspname))
    FROM (SELECT oid AS dg_oid, nspname AS dg_nspname FROM ${pg_namespace}) dg_names
    WHERE dg_oid = arg_oid
  ), CAST(arg_oid AS VARCHAR)) END
)
