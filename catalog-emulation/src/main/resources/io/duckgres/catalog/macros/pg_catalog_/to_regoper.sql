(name) AS (CASE WHEN regexp_full_match(name, '\d+') THEN CAST(name AS BIGINT) ELSE nullif(pg_operator_oid(name), -1) END)
