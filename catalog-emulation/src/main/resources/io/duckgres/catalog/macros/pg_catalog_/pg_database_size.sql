(db) AS (CASE WHEN db IS NOT NULL THEN ${f.file_bytes}() END)
