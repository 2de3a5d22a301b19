-- Relations and indexes, those behind constraints included.
SELECT *, CASE WHEN relkind IN ('r', 'm') THEN 2 ELSE 0 END AS relam, engine_oid AS number FROM ${engine.relations}
UNION ALL
SELECT
  oid, NULL, relnamespace, schema_name, relname, 'i', temporary, comment, relnatts, 0, false, 0, 0, true, ${f.method_oid}(method), table_oid
FROM ${engine.indexes}
