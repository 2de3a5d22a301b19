(arg_relation_oid, arg_number, arg_include_triggers) AS (
  coalesce((SELECT any_value(dg_relkind IN ('r', 'p') AND arg_number > 0)
    FROM (SELECT oid AS dg_oid, relkind AS dg_relkind FROM ${pg_class}) dg_relations WHERE dg_oid = arg_relation_oid), false)
)
