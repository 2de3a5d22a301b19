-- The argument is written once: it may be a query, and what repeats it would multiply it.
(arg_name, arg_search_path) AS (
  (SELECT CASE WHEN rc_text = '-' THEN 0 WHEN regexp_full_match(rc_text, '\d+') THEN CAST(rc_text AS BIGINT) ELSE (
    SELECT arg_min(dg_oid, dg_ordinal)
    FROM (
      SELECT oid AS dg_oid, relname AS dg_relname, nspname AS dg_nspname,
        coalesce(${f.visible_position}(arg_search_path, nspname), 1000) AS dg_ordinal
      FROM ${engine.relation_names}
    ) dg_names
    WHERE dg_relname = rc_parts[-1]
      AND CASE len(rc_parts) WHEN 1 THEN dg_ordinal < 1000 ELSE dg_nspname = rc_parts[-2] END
  ) END
  FROM (SELECT rc_text, ${f.name_parts}(rc_text) AS rc_parts FROM (SELECT arg_name AS rc_text) rc_argument) rc_split)
)
