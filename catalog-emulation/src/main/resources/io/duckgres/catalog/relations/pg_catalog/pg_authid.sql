SELECT
  10 AS oid, ${user} AS rolname, true AS rolsuper, true AS rolinherit, true AS rolcreaterole, true AS rolcreatedb,
  true AS rolcanlogin, true AS rolreplication, true AS rolbypassrls, -1 AS rolconnlimit, NULL AS rolpassword, NULL AS rolvaliduntil
