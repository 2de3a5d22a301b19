-- What pg_attribute repeats of a column's type.
SELECT oid, typlen, typbyval, typalign, typstorage, typcollation FROM ${engine.builtin_types}
UNION ALL
SELECT t.oid,
  CASE t.typtype WHEN 'e' THEN 4 WHEN 'd' THEN b.typlen ELSE -1 END,
  CASE t.typtype WHEN 'e' THEN true WHEN 'd' THEN b.typbyval ELSE false END,
  CASE t.typtype WHEN 'e' THEN 'i' WHEN 'd' THEN b.typalign ELSE 'd' END,
  CASE t.typtype WHEN 'e' THEN 'p' WHEN 'd' THEN b.typstorage ELSE 'x' END,
  CASE WHEN t.typtype = 'd' THEN b.typcollation ELSE 0 END
FROM ${engine.types} t
LEFT JOIN ${engine.builtin_types} b ON b.oid = t.base_oid
UNION ALL
SELECT typarray, -1, false, CASE WHEN typtype = 'c' THEN 'd' ELSE 'i' END, 'x', 0 FROM ${engine.types}
