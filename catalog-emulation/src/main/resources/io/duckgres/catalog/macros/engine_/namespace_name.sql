(schema_name, temporary) AS (
  CASE WHEN temporary THEN 'pg_temp_1' WHEN schema_name = 'main' THEN 'public' ELSE schema_name END
)
