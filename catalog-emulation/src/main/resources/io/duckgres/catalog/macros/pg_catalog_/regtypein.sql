-- The cast from text: as to_regtype, which gives NULL for what does not exist.
(arg_text, arg_search_path) AS (
  CASE
    WHEN arg_text IS NULL THEN NULL
    WHEN ${f.to_regtype}(arg_text, arg_search_path) IS NOT NULL THEN ${f.to_regtype}(arg_text, arg_search_path)
    ELSE error('[42704] type "' || arg_text || '" does not exist')
  END
)
