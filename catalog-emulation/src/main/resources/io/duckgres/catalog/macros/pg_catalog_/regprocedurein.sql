-- The cast from text: as to_regprocedure, which gives NULL for what does not exist.
(arg_text) AS (
  CASE
    WHEN arg_text IS NULL THEN NULL
    WHEN ${f.to_regprocedure}(arg_text) IS NOT NULL THEN ${f.to_regprocedure}(arg_text)
    ELSE error('[42883] function "' || arg_text || '" does not exist')
  END
)
