-- Where PostgreSQL would keep it; the engine has one file for all.
(arg_relation_oid) AS (
  (SELECT any_value('base/' || dg_database || '/' || ${f.pg_relation_filenode}(arg_relation_oid))
   FROM (SELECT oid AS dg_database, datname AS dg_datname FROM ${pg_database}) dg_databases WHERE dg_datname = ${database_name})
)
