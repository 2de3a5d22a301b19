-- Column names of each table in order.
SELECT table_oid, list(column_name ORDER BY column_index) AS names
FROM duckdb_columns()
WHERE NOT internal AND database_name IN (${database}, 'temp')
GROUP BY table_oid
