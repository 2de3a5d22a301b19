-- Fields of users' composite types, as they were recorded: the engine's catalog doesn't list them.
SELECT
  t.engine_oid, t.oid AS type_oid, r.column_name AS attname, r.position AS attnum,
  coalesce(r.type_oid, u.oid, 25) AS atttypid, r.typmod AS atttypmod, r.engine_type
FROM ${engine.types} t
JOIN ${side}.column_types r ON r.schema_name = t.schema_name AND r.relation_name = t.typname
LEFT JOIN ${engine.types} u ON r.type_oid IS NULL AND u.schema_name = r.type_schema AND u.typname = r.type_name
WHERE t.typtype = 'c' AND NOT t.temporary
