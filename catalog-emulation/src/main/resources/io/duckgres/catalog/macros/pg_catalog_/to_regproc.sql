(name) AS (CASE WHEN name = '-' THEN 0 WHEN regexp_full_match(name, '\d+') THEN CAST(name AS BIGINT) ELSE coalesce(nullif(pg_function_oid(name), -1),
  (SELECT min(oid) FROM ${side}.routines WHERE routine_name = name HAVING count(*) = 1)) END)
