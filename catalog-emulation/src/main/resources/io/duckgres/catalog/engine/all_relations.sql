-- Relations and indexes, those behind constraints included.
SELECT *, CASE relkind WHEN 'r' THEN 2 ELSE 0 END AS relam FROM ${engine.relations}
UNION ALL
SELECT
  oid, NULL, relnamespace, schema_name, relname, 'i', temporary, comment, relnatts, 0, false, 0, 0, ${f.method_oid}(method)
FROM ${engine.indexes}
