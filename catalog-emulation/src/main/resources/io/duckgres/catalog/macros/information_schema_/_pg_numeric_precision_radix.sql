(type_oid, typmod) AS (
  CASE WHEN type_oid IN (21, 23, 20, 700, 701) THEN 2 WHEN type_oid = 1700 THEN 10 END
)
