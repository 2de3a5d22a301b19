-- Source: src/backend/utils/adt/format_type.c. A user's type is qualified unless its schema is searched.
(arg_type_oid, arg_typmod, arg_search_path) AS (
  CASE WHEN arg_type_oid IS NULL THEN NULL WHEN arg_type_oid = 0 THEN '-' ELSE coalesce((
    SELECT
      CASE
        WHEN base_oid = 1042 AND arg_typmod = -1 THEN 'bpchar'
        WHEN base_oid = 1560 AND arg_typmod = -1 THEN '"bit"'
        WHEN base_oid IN (1083, 1114, 1184, 1266) THEN
          split_part(spelling, ' ', 1) || ${f.type_modifier}(base_oid, arg_typmod) || spelling[length(split_part(spelling, ' ', 1)) + 1:]
        ELSE CASE WHEN nspname IS NULL OR list_contains(arg_search_path, nspname) THEN '' ELSE ${f.quoted}(nspname) || '.' END
          || spelling || ${f.type_modifier}(base_oid, arg_typmod)
      END || brackets
    FROM ${engine.type_spellings} WHERE oid = arg_type_oid
  ), '???') END
)
