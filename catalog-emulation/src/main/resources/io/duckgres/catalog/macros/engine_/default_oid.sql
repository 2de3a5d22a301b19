-- The OID of a column's default, unique in pg_attrdef.
(table_oid, attnum) AS (1073741824 + (table_oid % 524288) * 2048 + attnum)
