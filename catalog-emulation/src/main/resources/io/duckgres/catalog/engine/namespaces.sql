-- Schemas that clients see besides PostgreSQL's own. The main schema is public, which the static rows have.
SELECT ${f.object_oid}(schema_oid) AS oid, ${f.namespace_name}(schema_name, database_name = 'temp') AS nspname, database_name, schema_name
FROM ${engine.raw_schemas}
WHERE (database_name <> 'temp' AND schema_name <> 'main')
  OR (database_name = 'temp' AND (
    EXISTS (SELECT 1 FROM ${engine.raw_tables} WHERE temporary)
    OR EXISTS (SELECT 1 FROM ${engine.raw_views} WHERE temporary)
    OR EXISTS (SELECT 1 FROM ${engine.raw_sequences} WHERE temporary)
    OR EXISTS (SELECT 1 FROM ${engine.raw_types} WHERE database_name = 'temp')))
