(arg_relation_oid, arg_column_number) AS (
  (SELECT dg_description
   FROM (SELECT objoid AS dg_oid, classoid AS dg_class, objsubid AS dg_part, description AS dg_description FROM ${pg_description}) dg_comments
   WHERE dg_oid = arg_relation_oid AND dg_class = 1259 AND dg_part = arg_column_number)
)
