(encoding) AS (coalesce(CASE WHEN encoding >= 0 THEN ${f.encodings}()[encoding + 1] END, ''))
