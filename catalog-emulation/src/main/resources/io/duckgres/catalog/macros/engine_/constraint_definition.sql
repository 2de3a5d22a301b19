-- The definition of a constraint; the arg_pretty one leaves out a check's outer parentheses. The other table's schema, between the
-- characters 2 and 3, is shown when it is not searched.
(arg_constraint_oid, arg_pretty, arg_search_path) AS (
  (SELECT CASE WHEN dg_schema = '' OR list_contains(arg_search_path, dg_schema) THEN dg_before || dg_after ELSE dg_before || ${f.quoted}(dg_schema) || '.' || dg_after END
   FROM (
     SELECT dg_oid, split_part(dg_text, chr(2), 1) AS dg_before, split_part(split_part(dg_text, chr(2), 2), chr(3), 1) AS dg_schema,
       split_part(dg_text, chr(3), 2) AS dg_after
     FROM (
       SELECT dg_oid, CASE WHEN arg_pretty THEN dg_pretty ELSE dg_plain END AS dg_text
       FROM (SELECT oid AS dg_oid, definition AS dg_plain, pretty_definition AS dg_pretty FROM ${engine.constraint_definitions}) dg_definitions
     ) dg_texts
   ) dg_constraints
   WHERE dg_oid = arg_constraint_oid)
)
