-- Fields of users' composite types.
SELECT
  r.number AS engine_oid, ${f.object_oid}(r.number) AS type_oid, r.column_name AS attname, r.position AS attnum,
  coalesce(r.type_oid, u.oid, 25) AS atttypid, r.typmod AS atttypmod, r.engine_type
FROM ${engine.raw_fields} r
LEFT JOIN ${engine.types} u ON r.type_oid IS NULL AND u.schema_name = r.type_schema AND u.typname = r.field_type
