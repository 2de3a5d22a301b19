(name) AS (CASE WHEN name = '-' THEN 0 WHEN regexp_full_match(name, '\d+') THEN CAST(name AS BIGINT) ELSE nullif(pg_function_oid(name), -1) END)
