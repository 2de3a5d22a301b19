-- A number reads as itself; arrays of user types are found by their element.
(arg_name, arg_search_path) AS (
  (SELECT CASE WHEN regexp_full_match(rt_text, '\s*\d+\s*') THEN CAST(rt_text AS BIGINT) ELSE (
    SELECT arg_min(CASE WHEN rt_parts[3] = '' THEN dg_oid ELSE dg_typarray END, dg_ordinal)
    FROM (
      SELECT t.oid AS dg_oid, t.typarray AS dg_typarray, t.typname AS dg_typname, n.nspname AS dg_nspname,
        coalesce(${f.visible_position}(arg_search_path, n.nspname), 1000) AS dg_ordinal
      FROM ${pg_type} t JOIN ${pg_namespace} n ON n.oid = t.typnamespace
    ) dg_types
    WHERE dg_typname = rt_parts[2]
      AND CASE rt_parts[1] WHEN '' THEN dg_ordinal < 1000 ELSE dg_nspname = rt_parts[1] END
      AND (dg_typarray <> 0 OR rt_parts[3] = '')
  ) END
  FROM (SELECT rt_text, string_split(pg_type_name_parts(rt_text), chr(1)) AS rt_parts FROM (SELECT arg_name AS rt_text) rt_argument) rt_split)
)
