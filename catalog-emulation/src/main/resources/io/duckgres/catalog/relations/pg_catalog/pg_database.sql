SELECT
  CASE WHEN ${database_name} = 'postgres' THEN 5 ELSE 16384 END AS oid, ${database_name} AS datname, 10 AS datdba,
  6 AS encoding, 'c' AS datlocprovider, false AS datistemplate, true AS datallowconn, false AS dathasloginevt,
  -1 AS datconnlimit, 731 AS datfrozenxid, 1 AS datminmxid, 1663 AS dattablespace,
  'C.UTF-8' AS datcollate, 'C.UTF-8' AS datctype, NULL AS datlocale, NULL AS daticurules, NULL AS datcollversion, CAST(NULL AS VARCHAR[]) AS datacl
UNION ALL
-- What PostgreSQL makes new databases from.
SELECT oid, name, 10, 6, 'c', true, name = 'template1', false, -1, 731, 1, 1663, 'C.UTF-8', 'C.UTF-8', NULL, NULL, NULL,
  ['=c/' || ${f.quoted}(${user}), ${f.quoted}(${user}) || '=CTc/' || ${f.quoted}(${user})]
FROM (VALUES (1, 'template1'), (4, 'template0')) AS t(oid, name)
