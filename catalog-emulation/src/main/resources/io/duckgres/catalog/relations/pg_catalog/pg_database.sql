SELECT
  CASE WHEN ${database_name} = 'postgres' THEN 5 ELSE 16384 END AS oid, ${database_name} AS datname, 10 AS datdba,
  6 AS encoding, 'c' AS datlocprovider, false AS datistemplate, true AS datallowconn, false AS dathasloginevt,
  -1 AS datconnlimit, 731 AS datfrozenxid, 1 AS datminmxid, 1663 AS dattablespace,
  'C.UTF-8' AS datcollate, 'C.UTF-8' AS datctype, NULL AS datlocale, NULL AS daticurules, NULL AS datcollversion, NULL AS datacl
