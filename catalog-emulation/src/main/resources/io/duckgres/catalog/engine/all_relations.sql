-- Relations and indexes, those behind constraints included.
SELECT * FROM ${engine.relations}
UNION ALL
SELECT
  oid, NULL, relnamespace, schema_name, relname, 'i', temporary, comment, relnatts, 0, false, 0, 0
FROM ${engine.indexes}
