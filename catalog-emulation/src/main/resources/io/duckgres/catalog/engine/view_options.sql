-- Views that rows are changed through, with their check options.
SELECT r.oid, o.check_option, o.updatable_columns
FROM ${engine.raw_view_options} o
JOIN ${engine.relations} r ON r.relkind = 'v' AND NOT r.temporary AND r.schema_name = o.schema_name AND r.relname = o.view_name
