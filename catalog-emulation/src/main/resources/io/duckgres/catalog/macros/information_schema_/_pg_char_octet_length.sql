(type_oid, typmod) AS (
  CASE WHEN type_oid IN (25, 1042, 1043) THEN CASE WHEN typmod = -1 THEN 1073741824 ELSE (typmod - 4) * 4 END END
)
