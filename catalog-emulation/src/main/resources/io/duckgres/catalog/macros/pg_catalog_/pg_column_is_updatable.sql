(arg_relation_oid, arg_number, arg_include_triggers) AS (
  coalesce((SELECT any_value(dg_relkind IN ('r', 'p') AND arg_number > 0)
    FROM (SELECT oid AS dg_oid, relkind AS dg_relkind FROM ${pg_class}) dg_relations WHERE dg_oid = arg_relation_oid), false)
  OR EXISTS (SELECT 1 FROM (SELECT a.attrelid AS dg_relid, a.attnum AS dg_number
    FROM ${engine.view_options} o JOIN ${pg_attribute} a ON a.attrelid = o.oid AND list_contains(o.updatable_columns, a.attname)) dg_columns
    WHERE dg_relid = arg_relation_oid AND dg_number = arg_number)
)
