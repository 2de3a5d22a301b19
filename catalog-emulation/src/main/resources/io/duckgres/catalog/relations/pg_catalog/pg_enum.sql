SELECT
  1073741824 + ((enumtypid - 16384) // 4 % 1048576) * 1024 + enumsortorder % 1024 AS oid, enumtypid, enumsortorder, enumlabel
FROM (
  SELECT oid AS enumtypid, unnest(range(1, len(labels) + 1)) AS enumsortorder, unnest(labels) AS enumlabel
  FROM ${engine.types} WHERE typtype = 'e'
)
