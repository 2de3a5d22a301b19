-- Source: src/backend/catalog/information_schema.sql, as the other functions of its name.
(type_oid, typmod) AS (
  CASE WHEN typmod = -1 THEN NULL WHEN type_oid IN (1042, 1043) THEN typmod - 4 WHEN type_oid IN (1560, 1562) THEN typmod END
)
