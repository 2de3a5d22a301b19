SELECT
  oid, relname, relnamespace, reltype, 0 AS reloftype, 10 AS relowner,
  relam,
  CASE WHEN relkind IN ('v', 'c') THEN 0 ELSE oid END AS relfilenode, 0 AS reltablespace,
  CASE relkind WHEN 'r' THEN (row_count + 99) // 100 WHEN 'S' THEN 1 WHEN 'i' THEN 1 ELSE 0 END AS relpages,
  CASE relkind WHEN 'r' THEN row_count WHEN 'S' THEN 1 ELSE 0 END AS reltuples,
  0 AS relallvisible, 0 AS reltoastrelid, relhasindex, false AS relisshared,
  CASE WHEN temporary THEN 't' ELSE 'p' END AS relpersistence, relkind, relnatts, relchecks,
  relkind = 'v' AS relhasrules, relkind = 'r' AND k.relid IS NOT NULL AS relhastriggers, false AS relhassubclass,
  false AS relrowsecurity, false AS relforcerowsecurity, relispopulated,
  CASE relkind WHEN 'r' THEN 'd' ELSE 'n' END AS relreplident, false AS relispartition, 0 AS relrewrite,
  CASE relkind WHEN 'r' THEN 731 ELSE 0 END AS relfrozenxid, CASE relkind WHEN 'r' THEN 1 ELSE 0 END AS relminmxid,
  NULL AS relacl, NULL AS reloptions, NULL AS relpartbound
FROM ${engine.all_relations} c
LEFT JOIN (
  -- PostgreSQL carries foreign keys out by triggers, on both tables.
  SELECT conrelid AS relid FROM ${engine.constraints} WHERE contype = 'f'
  UNION
  SELECT r.oid FROM ${engine.constraints} f
  JOIN ${engine.relations} r ON f.contype = 'f' AND r.schema_name = f.referenced_schema AND r.relname = f.referenced_table
) k ON k.relid = c.oid
