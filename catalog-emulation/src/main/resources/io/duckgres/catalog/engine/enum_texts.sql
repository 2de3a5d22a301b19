-- The first enum with each list of labels, since a column's engine type shows the labels alone.
SELECT engine_type, arg_min(oid, engine_oid) AS oid, arg_min(typarray, engine_oid) AS typarray
FROM (
  SELECT ${f.enum_text}(labels) AS engine_type, oid, typarray, engine_oid
  FROM ${engine.types} WHERE typtype = 'e'
)
GROUP BY engine_type
