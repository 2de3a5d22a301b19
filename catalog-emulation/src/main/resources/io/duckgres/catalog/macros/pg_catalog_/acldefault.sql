-- Source: src/backend/utils/adt/acl.c.
(arg_kind, arg_owner) AS (
  CASE WHEN arg_kind IS NULL OR arg_owner IS NULL THEN NULL ELSE
    CASE WHEN arg_kind IN ('d', 'f', 'l', 'T') THEN
      ['=' || CASE arg_kind WHEN 'd' THEN 'Tc' WHEN 'f' THEN 'X' ELSE 'U' END || '/' || ${f.quoted}(${f.pg_get_userbyid}(arg_owner))] ELSE [] END
    || CASE WHEN arg_kind = 'c' THEN [] ELSE
      [${f.quoted}(${f.pg_get_userbyid}(arg_owner)) || '='
        || CASE arg_kind WHEN 'r' THEN 'arwdDxtm' WHEN 's' THEN 'rwU' WHEN 'd' THEN 'CTc' WHEN 'f' THEN 'X' WHEN 'L' THEN 'rw'
          WHEN 'n' THEN 'UC' WHEN 'p' THEN 'sA' WHEN 't' THEN 'C' ELSE 'U' END
        || '/' || ${f.quoted}(${f.pg_get_userbyid}(arg_owner))] END
  END
)
