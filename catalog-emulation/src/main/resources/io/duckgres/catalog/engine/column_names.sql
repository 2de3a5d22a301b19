-- Column names of each table in order.
SELECT table_oid, list(column_name ORDER BY column_index) AS names
FROM ${engine.raw_columns}
GROUP BY table_oid
