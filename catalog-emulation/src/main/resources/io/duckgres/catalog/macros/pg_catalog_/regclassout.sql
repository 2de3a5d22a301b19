-- A relation's name, qualified unless the search path leads to it. Source: src/backend/utils/adt/regproc.c.
(arg_oid, arg_search_path) AS (
  CASE WHEN arg_oid IS NULL THEN NULL WHEN arg_oid = 0 THEN '-' ELSE coalesce((
    SELECT any_value(
      CASE WHEN ${f.pg_table_is_visible}(dg_oid, arg_search_path) THEN '' ELSE ${f.quoted}(dg_nspname) || '.' END
        || ${f.quoted}(dg_relname))
    FROM (SELECT oid AS dg_oid, relname AS dg_relname, nspname AS dg_nspname FROM ${engine.relation_names}) dg_names
    WHERE dg_oid = arg_oid
  ), CAST(arg_oid AS VARCHAR)) END
)
