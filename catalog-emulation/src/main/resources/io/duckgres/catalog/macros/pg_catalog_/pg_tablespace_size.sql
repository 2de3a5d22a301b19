(tablespace_ref) AS (CASE WHEN tablespace_ref IS NOT NULL THEN ${f.file_bytes}() END)
