-- Which of UPDATE, INSERT and DELETE a relation takes: all for a table, none for a view.
(arg_relation_oid, arg_include_triggers) AS (
  coalesce((SELECT any_value(CASE WHEN dg_relkind IN ('r', 'p') THEN 28 ELSE 0 END)
    FROM (SELECT oid AS dg_oid, relkind AS dg_relkind FROM ${pg_class}) dg_relations WHERE dg_oid = arg_relation_oid), 0)
)
