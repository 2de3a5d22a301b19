-- The cast from text: as to_regoper, which gives NULL for what does not exist.
(arg_text) AS (
  CASE
    WHEN arg_text IS NULL THEN NULL
    WHEN ${f.to_regoper}(arg_text) IS NOT NULL THEN ${f.to_regoper}(arg_text)
    WHEN pg_operator_oid(arg_text) = -1 THEN error('[42725] more than one operator named ' || arg_text)
    ELSE error('[42883] operator does not exist: ' || arg_text)
  END
)
