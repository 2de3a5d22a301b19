-- The definition of a constraint; the arg_pretty one leaves out a check's outer parentheses.
(arg_constraint_oid, arg_pretty) AS (
  (SELECT CASE WHEN arg_pretty THEN dg_pretty ELSE dg_definition END
   FROM (SELECT oid AS dg_oid, definition AS dg_definition, pretty_definition AS dg_pretty FROM ${engine.constraint_definitions}) dg_constraints
   WHERE dg_oid = arg_constraint_oid)
)
