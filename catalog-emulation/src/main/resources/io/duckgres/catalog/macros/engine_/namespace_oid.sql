(schema_name, schema_oid, temporary) AS (
  CASE WHEN schema_name = 'main' AND NOT temporary THEN 2200 ELSE 16384 + 4 * schema_oid END
)
