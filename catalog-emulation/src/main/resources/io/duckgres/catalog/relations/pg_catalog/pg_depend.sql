-- A sequence without a recorded owner, named after the column whose default draws from it, belongs to that column.
SELECT 1259 AS classid, s.oid AS objid, 0 AS objsubid, 1259 AS refclassid, c.attrelid AS refobjid, c.attnum AS refobjsubid,
  CASE WHEN c.attidentity = '' THEN 'a' ELSE 'i' END AS deptype, c.engine_oid AS duckgres_number
FROM ${engine.sequences} s
JOIN ${engine.columns} c ON s.schema_name = c.schema_name AND s.temporary = c.temporary
  AND (s.owner_table = c.table_name AND s.owner_column = c.attname
    OR s.owner_table IS NULL AND s.sequence_name = c.table_name || '_' || c.attname || '_seq' AND c.column_default LIKE 'nextval(%')
UNION ALL
SELECT 2604, ${f.default_oid}(engine_oid, attnum), 0, 1259, attrelid, attnum, 'a', engine_oid
FROM ${engine.columns} WHERE has_default
UNION ALL
SELECT 2606, c.oid, 0, 1259, c.conrelid, unnest(c.conkey), CASE WHEN c.contype = 'f' THEN 'n' ELSE 'a' END, c.table_oid
FROM ${engine.constraints} c
UNION ALL
-- A foreign key depends on the other table's columns and on the index of its key.
SELECT 2606, k.oid, 0, 1259, k.confrelid, unnest(k.confkey), 'n', (k.conrelid - 16384) // 4
FROM ${pg_constraint} k WHERE k.contype = 'f' AND k.confrelid <> 0
UNION ALL
SELECT 2606, oid, 0, 1259, conindid, 0, 'n', (conrelid - 16384) // 4 FROM ${pg_constraint} WHERE contype = 'f' AND conindid <> 0
UNION ALL
SELECT 1259, oid, 0, 2606, oid, 0, 'i', table_oid FROM ${engine.constraints} WHERE contype IN ('p', 'u')
UNION ALL
SELECT 1259, i.oid, 0, 1259, i.indrelid, i.attnum, 'a', i.table_oid
FROM (SELECT oid, indrelid, table_oid, unnest(indkey) AS attnum FROM ${engine.indexes}) i
WHERE NOT EXISTS (SELECT 1 FROM ${engine.constraints} k WHERE k.oid = i.oid)
UNION ALL
SELECT 1259, oid, 0, 2615, relnamespace, 0, 'n', engine_oid FROM ${engine.relations} WHERE relkind IN ('r', 'v', 'S', 'm')
UNION ALL
SELECT 2618, oid, 0, 1259, oid, 0, 'i', engine_oid FROM ${engine.views}
UNION ALL
-- A view's rule depends on the columns that its query reads; on the relation alone when it reads none.
SELECT 2618, v.oid, 0, 1259, r.oid, coalesce(a.attnum, 0), 'n', v.engine_oid
FROM (
  SELECT schema_name, view_name, referenced_schema, referenced_name,
    unnest(CASE WHEN len(column_names) = 0 THEN [NULL::VARCHAR] ELSE column_names END) AS column_name
  FROM ${engine.raw_dependencies}
) d
JOIN ${engine.views} v ON NOT v.temporary AND v.schema_name = d.schema_name AND v.view_name = d.view_name
JOIN ${engine.relations} r ON NOT r.temporary AND r.schema_name = d.referenced_schema AND r.relname = d.referenced_name AND r.relkind <> 'c'
LEFT JOIN ${engine.columns} a ON a.attrelid = r.oid AND a.attname = d.column_name
