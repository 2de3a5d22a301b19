-- A relation's name, qualified unless the search path leads to it. Source: src/backend/utils/adt/regproc.c.
(arg_oid, arg_search_path) AS (
  (SELECT CASE WHEN ro_oid IS NULL THEN NULL WHEN ro_oid = 0 THEN '-' ELSE coalesce((
    SELECT any_value(CASE WHEN dg_visible THEN '' ELSE ${f.quoted}(dg_nspname) || '.' END || ${f.quoted}(dg_relname))
    FROM (
      SELECT oid AS dg_oid, relname AS dg_relname, nspname AS dg_nspname,
        row_number() OVER (PARTITION BY relname ORDER BY coalesce(${f.visible_position}(arg_search_path, nspname), 1000)) = 1
          AND ${f.visible_position}(arg_search_path, nspname) IS NOT NULL AS dg_visible
      FROM ${engine.relation_names}
    ) dg_names
    WHERE dg_oid = ro_oid
  ), CAST(ro_oid AS VARCHAR)) END
  FROM (SELECT arg_oid AS ro_oid) ro_argument)
)
