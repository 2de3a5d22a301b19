-- A function's name, qualified when another has the same. Source: src/backend/utils/adt/regproc.c.
(arg_oid) AS (
  CASE WHEN arg_oid IS NULL THEN NULL WHEN arg_oid = 0 THEN '-' ELSE coalesce((
    SELECT any_value(CASE WHEN dg_same = 1 THEN '' ELSE ${f.quoted}(dg_nspname) || '.' END || ${f.quoted}(dg_proname))
    FROM (
      SELECT p.oid AS dg_oid, p.proname AS dg_proname, n.nspname AS dg_nspname,
        count(*) OVER (PARTITION BY p.proname) AS dg_same
      FROM ${pg_proc} p JOIN ${pg_namespace} n ON n.oid = p.pronamespace
    ) dg_names
    WHERE dg_oid = arg_oid
  ), CAST(arg_oid AS VARCHAR)) END
)
