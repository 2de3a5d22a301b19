(tablespace_oid) AS (CASE WHEN tablespace_oid IS NOT NULL THEN '' END)
