(arg_object_oid, arg_catalog_name) AS (
  (SELECT dg_description
   FROM (
     SELECT d.objoid AS dg_oid, c.relname AS dg_catalog, d.description AS dg_description
     FROM ${pg_shdescription} d JOIN ${static.pg_class} c ON c.oid = d.classoid AND c.relnamespace = 11
   ) dg_comments WHERE dg_oid = arg_object_oid AND dg_catalog = arg_catalog_name)
)
