(type_oid, typmod) AS (
  CASE WHEN type_oid = 1186 THEN nullif(upper(trim(split_part(${f.type_modifier}(type_oid, typmod), '(', 1))), '') END
)
