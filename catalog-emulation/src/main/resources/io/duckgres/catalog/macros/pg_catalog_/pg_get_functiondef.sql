(function_oid) AS (
  (SELECT dg_text FROM (SELECT oid AS dg_oid, definition AS dg_text FROM ${side}.routines) dg_functions WHERE dg_oid = function_oid)
)
