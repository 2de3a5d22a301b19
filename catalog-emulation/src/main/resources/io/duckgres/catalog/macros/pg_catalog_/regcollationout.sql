(arg_oid) AS (
  CASE arg_oid WHEN 0 THEN '-' ELSE coalesce((
    SELECT any_value(${f.quoted}(dg_collname)) FROM (SELECT oid AS dg_oid, collname AS dg_collname FROM ${pg_collation}) dg_collations
    WHERE dg_oid = arg_oid
  ), CAST(arg_oid AS VARCHAR)) END
)
