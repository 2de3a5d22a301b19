-- OID, name and schema of all relations; the session's temporary schema is called pg_temp.
SELECT oid, relname, CASE relnamespace WHEN 11 THEN 'pg_catalog' WHEN 99 THEN 'pg_toast' ELSE 'information_schema' END AS nspname,
  NULL::BIGINT AS number
FROM ${static.pg_class}
UNION ALL
SELECT oid, relname, CASE WHEN temporary THEN 'pg_temp' WHEN schema_name = 'main' THEN 'public' ELSE schema_name END, number
FROM ${engine.all_relations}
