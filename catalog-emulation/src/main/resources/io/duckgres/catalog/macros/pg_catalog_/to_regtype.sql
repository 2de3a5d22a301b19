-- A number reads as itself; arrays of user types are found by their element.
(arg_name, arg_search_path) AS (
  CASE WHEN regexp_full_match(arg_name, '\s*\d+\s*') THEN CAST(arg_name AS BIGINT) ELSE (
    SELECT arg_min(CASE WHEN string_split(pg_type_name_parts(arg_name), chr(1))[3] = '' THEN dg_oid ELSE dg_typarray END, dg_ordinal)
    FROM (
      SELECT t.oid AS dg_oid, t.typarray AS dg_typarray, t.typname AS dg_typname, n.nspname AS dg_nspname,
        coalesce(${f.visible_position}(arg_search_path, n.nspname), 1000) AS dg_ordinal
      FROM ${pg_type} t JOIN ${pg_namespace} n ON n.oid = t.typnamespace
    ) dg_types
    WHERE dg_typname = string_split(pg_type_name_parts(arg_name), chr(1))[2]
      AND CASE string_split(pg_type_name_parts(arg_name), chr(1))[1] WHEN '' THEN dg_ordinal < 1000
        ELSE dg_nspname = string_split(pg_type_name_parts(arg_name), chr(1))[1] END
      AND (dg_typarray <> 0 OR string_split(pg_type_name_parts(arg_name), chr(1))[3] = '')
  ) END
)
