(arg_view_oid) AS (
  (SELECT dg_definition FROM (SELECT oid AS dg_oid, definition AS dg_definition FROM ${engine.views}) dg_views WHERE dg_oid = arg_view_oid)
)
