(arg_object_oid, arg_catalog_name) AS (
  (SELECT d.description FROM ${pg_shdescription} d
   JOIN ${static.pg_class} c ON c.oid = d.classoid AND c.relname = arg_catalog_name AND c.relnamespace = 11
   WHERE d.objoid = arg_object_oid)
)
