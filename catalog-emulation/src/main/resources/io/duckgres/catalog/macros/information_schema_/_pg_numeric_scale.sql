(type_oid, typmod) AS (
  CASE WHEN type_oid IN (21, 23, 20) THEN 0
    WHEN type_oid = 1700 THEN CASE WHEN typmod = -1 THEN NULL ELSE (typmod - 4) & 2047 END END
)
