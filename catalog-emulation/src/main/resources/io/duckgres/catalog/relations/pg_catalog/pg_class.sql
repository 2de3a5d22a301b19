SELECT
  c.oid, relname, relnamespace, reltype, 0 AS reloftype, 10 AS relowner,
  CASE WHEN y.oid IS NULL THEN relam ELSE 0 END AS relam,
  CASE WHEN relkind IN ('v', 'c') THEN 0 ELSE c.oid END AS relfilenode, 0 AS reltablespace,
  CASE relkind WHEN 'r' THEN (row_count + 99) // 100 WHEN 'S' THEN 1 WHEN 'i' THEN 1 ELSE 0 END AS relpages,
  CASE relkind WHEN 'r' THEN row_count WHEN 'S' THEN 1 ELSE 0 END AS reltuples,
  0 AS relallvisible, 0 AS reltoastrelid, relhasindex, false AS relisshared,
  CASE WHEN temporary THEN 't' ELSE 'p' END AS relpersistence, CASE WHEN y.oid IS NOT NULL THEN 'p' WHEN x.oid IS NOT NULL THEN 'r' ELSE relkind END AS relkind, relnatts, relchecks,
  relkind = 'v' AND x.oid IS NULL AS relhasrules, relkind = 'r' AND k.relid IS NOT NULL AS relhastriggers, EXISTS (SELECT 1 FROM ${engine.partitions} z WHERE z.parent_oid = c.oid) AS relhassubclass,
  false AS relrowsecurity, false AS relforcerowsecurity, relispopulated,
  CASE relkind WHEN 'r' THEN 'd' ELSE 'n' END AS relreplident, x.oid IS NOT NULL AS relispartition, 0 AS relrewrite,
  CASE relkind WHEN 'r' THEN 731 ELSE 0 END AS relfrozenxid, CASE relkind WHEN 'r' THEN 1 ELSE 0 END AS relminmxid,
  a.relacl, CASE WHEN o.check_option <> 'NONE' THEN ['check_option=' || lower(o.check_option)] END AS reloptions, x.bound AS relpartbound, c.number AS duckgres_number
FROM ${engine.all_relations} c
LEFT JOIN ${engine.view_options} o ON o.oid = c.oid
LEFT JOIN ${engine.partitions} x ON x.oid = c.oid
LEFT JOIN ${engine.partitioned_tables} y ON y.oid = c.oid
LEFT JOIN (
  -- PostgreSQL carries foreign keys out by triggers, on both tables.
  SELECT conrelid AS relid FROM ${engine.constraints} WHERE contype = 'f'
  UNION
  SELECT r.oid FROM ${engine.constraints} f
  JOIN ${engine.relations} r ON f.contype = 'f' AND r.schema_name = f.referenced_schema AND r.relname = f.referenced_table
) k ON k.relid = c.oid
LEFT JOIN (
  SELECT schema_name, object_name,
    list_prepend(${user} || CASE WHEN any_value(kind) = 'SEQUENCE' THEN '=rwU/' ELSE '=arwdDxtm/' END || ${user}, list(item ORDER BY grantee)) AS relacl
  FROM (
    SELECT schema_name, object_name, grantee, any_value(kind) AS kind,
      CASE WHEN grantee = 'public' THEN '' ELSE grantee END || '=' || string_agg(letter || CASE WHEN grant_option THEN '*' ELSE '' END, '' ORDER BY position) || '/' || ${user} AS item
    FROM ${engine.raw_privileges}
    JOIN (VALUES ('INSERT', 'a', 1), ('SELECT', 'r', 2), ('UPDATE', 'w', 3), ('DELETE', 'd', 4), ('TRUNCATE', 'D', 5), ('REFERENCES', 'x', 6),
      ('TRIGGER', 't', 7), ('MAINTAIN', 'm', 8), ('USAGE', 'U', 9)) AS l(privilege, letter, position) USING (privilege)
    WHERE kind IN ('TABLE', 'SEQUENCE') AND column_name = ''
    GROUP BY schema_name, object_name, grantee
  )
  GROUP BY schema_name, object_name
) a ON NOT c.temporary AND a.schema_name = c.schema_name AND a.object_name = c.relname
