(arg_object_oid) AS (
  (SELECT any_value(dg_description)
   FROM (SELECT objoid AS dg_oid, objsubid AS dg_part, description AS dg_description FROM ${pg_description}) dg_comments
   WHERE dg_oid = arg_object_oid AND dg_part = 0)
),
(arg_object_oid, arg_catalog_name) AS (
  (SELECT dg_description
   FROM (
     SELECT d.objoid AS dg_oid, c.relname AS dg_catalog, d.description AS dg_description
     FROM ${pg_description} d JOIN ${static.pg_class} c ON c.oid = d.classoid AND c.relnamespace = 11
     WHERE d.objsubid = 0
   ) dg_comments WHERE dg_oid = arg_object_oid AND dg_catalog = arg_catalog_name)
)
