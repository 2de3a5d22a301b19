SELECT
  t.oid, t.typname, t.typnamespace, 10 AS typowner,
  CASE t.typtype WHEN 'e' THEN 4 WHEN 'd' THEN b.typlen ELSE -1 END AS typlen,
  CASE t.typtype WHEN 'e' THEN true WHEN 'd' THEN b.typbyval ELSE false END AS typbyval,
  t.typtype, CASE t.typtype WHEN 'e' THEN 'E' WHEN 'd' THEN b.typcategory ELSE 'C' END AS typcategory,
  false AS typispreferred, true AS typisdefined, ',' AS typdelim,
  CASE WHEN t.typtype = 'c' THEN ${f.row_type_oid}(t.engine_oid) ELSE 0 END AS typrelid,
  0 AS typsubscript, 0 AS typelem, t.typarray,
  CASE t.typtype WHEN 'e' THEN 3506 WHEN 'd' THEN 2597 ELSE 2290 END AS typinput,
  CASE t.typtype WHEN 'e' THEN 3507 WHEN 'd' THEN b.typoutput ELSE 2291 END AS typoutput,
  CASE t.typtype WHEN 'e' THEN 3532 WHEN 'd' THEN 2598 ELSE 2402 END AS typreceive,
  CASE t.typtype WHEN 'e' THEN 3533 WHEN 'd' THEN b.typsend ELSE 2403 END AS typsend,
  0 AS typmodin, 0 AS typmodout, 0 AS typanalyze,
  CASE t.typtype WHEN 'e' THEN 'i' WHEN 'd' THEN b.typalign ELSE 'd' END AS typalign,
  CASE t.typtype WHEN 'e' THEN 'p' WHEN 'd' THEN b.typstorage ELSE 'x' END AS typstorage,
  t.not_null AS typnotnull, CASE WHEN t.typtype = 'd' THEN t.base_oid ELSE 0 END AS typbasetype,
  t.typmod AS typtypmod, 0 AS typndims,
  CASE WHEN t.typtype = 'd' THEN b.typcollation ELSE 0 END AS typcollation,
  t.default_text AS typdefaultbin, ${f.shown}(t.default_text, false) AS typdefault, NULL AS typacl, NULL AS duckgres_number
FROM ${engine.types} t
LEFT JOIN ${engine.builtin_types} b ON b.oid = t.base_oid
UNION ALL
SELECT
  typarray, '_' || typname, typnamespace, 10, -1, false, 'b', 'A', false, true, ',', 0, 6179, oid, 0,
  750, 751, 2400, 2401, 0, 0, 3816, CASE WHEN typtype = 'c' THEN 'd' ELSE 'i' END, 'x', false, 0, -1, 0, 0, NULL, NULL, NULL, NULL
FROM ${engine.types}
UNION ALL
SELECT
  reltype, relname, relnamespace, 10, -1, false, 'c', 'C', false, true, ',', oid, 0, 0, reltype + 2,
  2290, 2291, 2402, 2403, 0, 0, 0, 'd', 'x', false, 0, -1, 0, 0, NULL, NULL, NULL, engine_oid
FROM ${engine.relations}
WHERE relkind IN ('r', 'v', 'm')
UNION ALL
SELECT
  reltype + 2, '_' || relname, relnamespace, 10, -1, false, 'b', 'A', false, true, ',', 0, 6179, reltype, 0,
  750, 751, 2400, 2401, 0, 0, 3816, 'd', 'x', false, 0, -1, 0, 0, NULL, NULL, NULL, engine_oid
FROM ${engine.relations}
WHERE relkind IN ('r', 'v', 'm')
