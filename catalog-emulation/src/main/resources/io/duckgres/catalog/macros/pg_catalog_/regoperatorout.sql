(oid) AS (coalesce(pg_operator_signature(oid), CAST(oid AS VARCHAR)))
