(arg_view_oid, arg_pretty) AS (
  (SELECT ${f.shown}(dg_definition, arg_pretty)
   FROM (SELECT oid AS dg_oid, definition AS dg_definition FROM ${engine.views}) dg_views WHERE dg_oid = arg_view_oid)
)
