-- Source: src/backend/utils/adt/dbsize.c.
(arg_size) AS (
  (SELECT CASE
      WHEN sb_text IS NULL THEN NULL
      WHEN sb_number = '' OR sb_factor IS NULL THEN error('[22023] invalid size: "' || sb_text || '"')
      ELSE CAST(round(CAST(sb_number AS DOUBLE) * sb_factor) AS BIGINT) END
   FROM (
     SELECT sb_text, regexp_extract(sb_text, '^\s*([+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?)\s*[A-Za-z]*\s*$', 1) AS sb_number,
       CASE lower(regexp_extract(sb_text, '([A-Za-z]*)\s*$', 1)) WHEN '' THEN 1 WHEN 'bytes' THEN 1 WHEN 'b' THEN 1 WHEN 'kb' THEN 1024
         WHEN 'mb' THEN 1048576 WHEN 'gb' THEN 1073741824 WHEN 'tb' THEN 1099511627776 WHEN 'pb' THEN 1125899906842624 END AS sb_factor
     FROM (SELECT arg_size AS sb_text) sb_argument
   ) sb_parts)
)
