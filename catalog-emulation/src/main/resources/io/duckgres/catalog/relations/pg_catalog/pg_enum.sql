SELECT
  16384 + row_number() OVER (ORDER BY enumtypid, enumsortorder) AS oid, enumtypid, enumsortorder, enumlabel
FROM (
  SELECT oid AS enumtypid, unnest(range(1, len(labels) + 1)) AS enumsortorder, unnest(labels) AS enumlabel
  FROM ${engine.types} WHERE typtype = 'e'
)
