-- The cast from text: as to_regoperator, which gives NULL for what does not exist.
(arg_text) AS (
  CASE
    WHEN arg_text IS NULL THEN NULL
    WHEN ${f.to_regoperator}(arg_text) IS NOT NULL THEN ${f.to_regoperator}(arg_text)
    ELSE error('[42883] operator does not exist: ' || arg_text)
  END
)
