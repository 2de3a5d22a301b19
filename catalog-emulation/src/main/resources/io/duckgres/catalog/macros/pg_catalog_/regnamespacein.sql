-- The cast from text: as to_regnamespace, which gives NULL for what does not exist.
(arg_text) AS (
  CASE
    WHEN arg_text IS NULL THEN NULL
    WHEN ${f.to_regnamespace}(arg_text) IS NOT NULL THEN ${f.to_regnamespace}(arg_text)
    ELSE error('[3F000] schema "' || array_to_string(${f.name_parts}(arg_text), '.') || '" does not exist')
  END
)
