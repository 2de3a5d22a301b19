-- Fields of users' composite types, as they were recorded: the engine's catalog doesn't list them.
SELECT t.type_oid AS number, r.schema_name, r.relation_name AS type_name, r.column_name, r.position, r.type_oid, r.type_schema, r.type_name AS field_type,
  r.typmod, r.engine_type
FROM ${engine.raw_types} t
JOIN ${side}.column_types r ON r.schema_name = t.schema_name AND r.relation_name = t.type_name
WHERE t.logical_type = 'STRUCT' AND t.database_name = ${database}
