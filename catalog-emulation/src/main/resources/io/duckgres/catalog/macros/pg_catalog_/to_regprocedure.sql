(signature) AS (CASE WHEN signature = '-' THEN 0 WHEN regexp_full_match(signature, '\d+') THEN CAST(signature AS BIGINT) ELSE pg_procedure_oid(signature) END)
