SELECT
  10 AS oid, ${user} AS rolname, true AS rolsuper, true AS rolinherit, true AS rolcreaterole, true AS rolcreatedb,
  true AS rolcanlogin, true AS rolreplication, true AS rolbypassrls, -1 AS rolconnlimit, NULL AS rolpassword, NULL AS rolvaliduntil
UNION ALL
SELECT 1000000000 + number, role_name, is_super, inherits, creates_roles, creates_databases, logs_in, replicates, bypasses_rls, -1, NULL, NULL
FROM ${engine.raw_roles}
