-- The cast from text: as to_regcollation, which gives NULL for what does not exist.
(arg_text) AS (
  CASE
    WHEN arg_text IS NULL THEN NULL
    WHEN ${f.to_regcollation}(arg_text) IS NOT NULL THEN ${f.to_regcollation}(arg_text)
    ELSE error('[42704] collation "' || array_to_string(${f.name_parts}(arg_text), '.') || '" does not exist')
  END
)
