(arg_tablespace_oid) AS (
  unnest(coalesce((SELECT list(dg_oid) FROM (SELECT oid AS dg_oid, dattablespace AS dg_space FROM ${pg_database}) dg_databases
    WHERE dg_space = arg_tablespace_oid), []))
)
