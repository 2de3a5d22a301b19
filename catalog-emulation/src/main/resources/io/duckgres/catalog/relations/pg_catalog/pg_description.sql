SELECT oid AS objoid, 1259 AS classoid, 0 AS objsubid, comment AS description, number AS duckgres_number
FROM ${engine.all_relations} WHERE comment IS NOT NULL
UNION ALL
SELECT attrelid, 1259, attnum, comment, engine_oid FROM ${engine.columns} WHERE comment IS NOT NULL
UNION ALL
SELECT oid, 1247, 0, comment, NULL FROM ${engine.types} WHERE comment IS NOT NULL
UNION ALL
SELECT oid, 1255, 0, comment, NULL FROM ${engine.routines} WHERE comment IS NOT NULL
UNION ALL
SELECT s.oid, 2615, 0, c.comment, NULL
FROM ${engine.raw_comments} c JOIN ${engine.namespaces} s ON s.schema_name = c.schema_name WHERE c.object_class = 'schema'
UNION ALL
SELECT 2200, 2615, 0, comment, NULL FROM ${engine.raw_comments} WHERE object_class = 'schema' AND schema_name = 'main'
UNION ALL
SELECT k.oid, 2606, 0, c.comment, k.table_oid
FROM ${engine.raw_comments} c JOIN ${engine.constraints} k
  ON k.schema_name = c.schema_name AND k.table_name = c.object_name AND k.conname = c.part
WHERE c.object_class = 'constraint'
