(arg_object_oid) AS ((SELECT any_value(description) FROM ${pg_description} WHERE objoid = arg_object_oid AND objsubid = 0)),
(arg_object_oid, arg_catalog_name) AS (
  (SELECT d.description FROM ${pg_description} d
   JOIN ${static.pg_class} c ON c.oid = d.classoid AND c.relname = arg_catalog_name AND c.relnamespace = 11
   WHERE d.objoid = arg_object_oid AND d.objsubid = 0)
)
