(schema_oid) AS (CASE WHEN schema_oid IS NOT NULL THEN false END)
