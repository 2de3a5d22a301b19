(arg_name, arg_search_path) AS (
  CASE WHEN arg_name = '-' THEN 0 WHEN regexp_full_match(arg_name, '\d+') THEN CAST(arg_name AS BIGINT) ELSE
  (SELECT arg_min(dg_oid, dg_ordinal)
   FROM (
     SELECT oid AS dg_oid, relname AS dg_relname, nspname AS dg_nspname,
       coalesce(${f.visible_position}(arg_search_path, nspname), 1000) AS dg_ordinal
     FROM ${engine.relation_names}
   ) dg_names
   WHERE dg_relname = ${f.name_parts}(arg_name)[-1]
     AND CASE len(${f.name_parts}(arg_name)) WHEN 1 THEN dg_ordinal < 1000 ELSE dg_nspname = ${f.name_parts}(arg_name)[-2] END) END
)
