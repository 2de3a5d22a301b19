-- The cast from text: as to_regproc, which gives NULL for what does not exist.
(arg_text) AS (
  CASE
    WHEN arg_text IS NULL THEN NULL
    WHEN ${f.to_regproc}(arg_text) IS NOT NULL THEN ${f.to_regproc}(arg_text)
    WHEN pg_function_oid(arg_text) = -1 THEN error('[42725] more than one function named "' || arg_text || '"')
    ELSE error('[42883] function "' || arg_text || '" does not exist')
  END
)
