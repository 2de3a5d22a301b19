-- A domain's base type, however deep it lies; another type is its own.
(arg_type_oid) AS (
  CASE WHEN arg_type_oid IS NULL THEN NULL ELSE coalesce((
    SELECT any_value(dg_base) FROM (SELECT oid AS dg_oid, typbasetype AS dg_base FROM ${pg_type} WHERE typbasetype <> 0) dg_domains
    WHERE dg_oid = arg_type_oid
  ), arg_type_oid) END
)
