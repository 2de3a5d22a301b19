-- The cast from text: as to_regclass, which gives NULL for what does not exist.
(arg_text, arg_search_path) AS (
  CASE
    WHEN arg_text IS NULL THEN NULL
    WHEN ${f.to_regclass}(arg_text, arg_search_path) IS NOT NULL THEN ${f.to_regclass}(arg_text, arg_search_path)
    ELSE error('[42P01] relation "' || array_to_string(${f.name_parts}(arg_text), '.') || '" does not exist')
  END
)
