(signature) AS (CASE WHEN regexp_full_match(signature, '\d+') THEN CAST(signature AS BIGINT) ELSE pg_operator_signature_oid(signature) END)
