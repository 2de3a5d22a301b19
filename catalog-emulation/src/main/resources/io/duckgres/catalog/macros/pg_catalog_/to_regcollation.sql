(arg_name) AS (
  CASE WHEN regexp_full_match(arg_name, '\d+') THEN CAST(arg_name AS BIGINT) ELSE (
    SELECT any_value(dg_oid)
    FROM (SELECT oid AS dg_oid, collname AS dg_collname FROM ${pg_collation}) dg_collations
    WHERE dg_collname = ${f.name_parts}(arg_name)[-1]
      AND (len(${f.name_parts}(arg_name)) = 1 OR ${f.name_parts}(arg_name)[-2] = 'pg_catalog')
  ) END
)
