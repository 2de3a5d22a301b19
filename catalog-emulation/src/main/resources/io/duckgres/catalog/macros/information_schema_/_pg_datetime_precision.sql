(type_oid, typmod) AS (
  CASE WHEN type_oid = 1082 THEN 0
    WHEN type_oid IN (1083, 1114, 1184, 1266) THEN CASE WHEN typmod < 0 THEN 6 ELSE typmod END
    WHEN type_oid = 1186 THEN CASE WHEN typmod < 0 OR typmod & 65535 = 65535 THEN 6 ELSE typmod & 65535 END END
)
