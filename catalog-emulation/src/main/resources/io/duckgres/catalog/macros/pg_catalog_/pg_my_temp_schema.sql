() AS (coalesce((SELECT any_value(dg_oid) FROM (SELECT oid AS dg_oid, nspname AS dg_nspname FROM ${pg_namespace}) dg_schemas
  WHERE dg_nspname LIKE 'pg\_temp%' ESCAPE '\'), 0))
