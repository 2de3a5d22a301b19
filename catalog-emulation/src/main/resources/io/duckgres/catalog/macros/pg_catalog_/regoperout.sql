(oid) AS (coalesce(pg_operator_name(oid), CAST(oid AS VARCHAR)))
