SELECT rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolconnlimit,
  '********' AS rolpassword, rolvaliduntil, rolbypassrls, NULL AS rolconfig, oid
FROM ${pg_authid}
