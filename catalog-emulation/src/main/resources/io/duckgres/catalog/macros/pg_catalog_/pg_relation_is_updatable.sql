-- Which of UPDATE, INSERT and DELETE a relation takes: all for a table and a simple view, none for any other.
(arg_relation_oid, arg_include_triggers) AS (
  coalesce((SELECT any_value(CASE WHEN dg_relkind IN ('r', 'p') OR dg_updatable_columns IS NOT NULL THEN 28 ELSE 0 END)
    FROM (SELECT c.oid AS dg_oid, c.relkind AS dg_relkind, o.updatable_columns AS dg_updatable_columns
      FROM ${pg_class} c LEFT JOIN ${engine.view_options} o ON o.oid = c.oid) dg_relations WHERE dg_oid = arg_relation_oid), 0)
)
