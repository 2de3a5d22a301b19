-- Schemas of the user's database and the session's temporary one.
SELECT s.database_name, s.schema_name, ${f.number}(o.number, s.oid) AS schema_oid
FROM duckdb_schemas() s
LEFT JOIN ${side}.objects o ON s.database_name = ${database} AND o.class = 'n' AND o.object_name = s.schema_name
WHERE (s.database_name = ${database} AND (NOT s.internal OR s.schema_name = 'main') AND s.schema_name <> '_duckgres')
  OR (s.database_name = 'temp' AND s.schema_name = 'main')
