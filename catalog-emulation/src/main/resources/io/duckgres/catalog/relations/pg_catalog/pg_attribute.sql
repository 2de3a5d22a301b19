SELECT
  c.attrelid, c.attname, c.atttypid, t.typlen AS attlen, c.attnum, -1 AS attcacheoff, c.atttypmod, c.attndims,
  t.typbyval AS attbyval, t.typalign AS attalign, t.typstorage AS attstorage, '' AS attcompression,
  -- A domain's NOT NULL is not its column's, unless a primary key asks for it too.
  c.attnotnull AND (NOT c.domain_notnull OR k.relid IS NOT NULL) AS attnotnull, c.has_default AS atthasdef, false AS atthasmissing, c.attidentity,
  c.attgenerated, false AS attisdropped, true AS attislocal, 0 AS attinhcount,
  t.typcollation AS attcollation, NULL AS attstattarget, NULL AS attacl, NULL AS attoptions,
  NULL AS attfdwoptions, NULL AS attmissingval, c.engine_oid AS duckgres_number
FROM ${engine.columns} c
LEFT JOIN ${engine.type_properties} t ON t.oid = c.atttypid
LEFT JOIN (SELECT conrelid AS relid, unnest(conkey) AS number FROM ${engine.constraints} WHERE contype = 'p') k
  ON c.domain_notnull AND k.relid = c.attrelid AND k.number = c.attnum
UNION ALL
SELECT
  i.oid, CASE WHEN i.attnum = 0 THEN coalesce(nullif(lower(regexp_extract(i.expression, '^([A-Za-z_][a-z_0-9]*)\(', 1)), ''), 'expr') ELSE coalesce(c.attname, i.expression) END,
  coalesce(c.atttypid, i.key_type, 25), coalesce(t.typlen, -1), i.position, -1, coalesce(c.atttypmod, -1), 0,
  coalesce(t.typbyval, false), coalesce(t.typalign, 'i'), coalesce(t.typstorage, 'x'), '',
  false, false, false, '', '', false, true, 0, coalesce(t.typcollation, 100), NULL, NULL, NULL, NULL, NULL, i.table_oid
FROM (
  SELECT oid, table_oid, unnest(indkey) AS attnum, unnest(expressions) AS expression, unnest(key_types) AS key_type,
    unnest(range(1, relnatts + 1)) AS position
  FROM ${engine.indexes}
) i
LEFT JOIN ${engine.columns} c ON c.engine_oid = i.table_oid AND c.attnum = i.attnum
LEFT JOIN ${engine.type_properties} t ON t.oid = coalesce(c.atttypid, i.key_type, 25)
UNION ALL
SELECT
  ${f.row_type_oid}(f.engine_oid), f.attname, f.atttypid, t.typlen, f.attnum, -1, f.atttypmod, 0,
  t.typbyval, t.typalign, t.typstorage, '',
  false, false, false, '', '', false, true, 0, t.typcollation, NULL, NULL, NULL, NULL, NULL, NULL
FROM ${engine.composite_fields} f
LEFT JOIN ${engine.type_properties} t ON t.oid = f.atttypid
UNION ALL
SELECT r.oid, s.name, s.type_oid, s.length, s.number, -1, -1, 0, s.by_value, s.alignment, 'p', '',
  true, false, false, '', '', false, true, 0, 0, NULL, NULL, NULL, NULL, NULL, r.engine_oid
FROM ${engine.relations} r
CROSS JOIN (VALUES
  ('ctid', 27, 6, -1, false, 's'), ('xmin', 28, 4, -2, true, 'i'), ('cmin', 29, 4, -3, true, 'i'),
  ('xmax', 28, 4, -4, true, 'i'), ('cmax', 29, 4, -5, true, 'i'), ('tableoid', 26, 4, -6, true, 'i')
) AS s(name, type_oid, length, number, by_value, alignment)
WHERE r.relkind = 'r'
