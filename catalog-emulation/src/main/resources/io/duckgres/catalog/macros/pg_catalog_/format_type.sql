-- Source: src/backend/utils/adt/format_type.c. A user's type is qualified unless its schema is searched.
(arg_type_oid, arg_typmod, arg_search_path) AS (
  CASE WHEN arg_type_oid IS NULL THEN NULL WHEN arg_type_oid = 0 THEN '-' ELSE coalesce((
    SELECT
      CASE
        WHEN dg_base_oid = 1042 AND arg_typmod = -1 THEN 'bpchar'
        WHEN dg_base_oid = 1560 AND arg_typmod = -1 THEN '"bit"'
        WHEN dg_base_oid IN (1083, 1114, 1184, 1266) THEN
          split_part(dg_spelling, ' ', 1) || ${f.type_modifier}(dg_base_oid, arg_typmod)
            || dg_spelling[length(split_part(dg_spelling, ' ', 1)) + 1:]
        ELSE CASE WHEN dg_nspname IS NULL OR list_contains(arg_search_path, dg_nspname) THEN '' ELSE ${f.quoted}(dg_nspname) || '.' END
          || dg_spelling || ${f.type_modifier}(dg_base_oid, arg_typmod)
      END || dg_brackets
    FROM (
      SELECT oid AS dg_oid, spelling AS dg_spelling, base_oid AS dg_base_oid, brackets AS dg_brackets, nspname AS dg_nspname
      FROM ${engine.type_spellings}
    ) dg_types WHERE dg_oid = arg_type_oid
  ), '???') END
)
