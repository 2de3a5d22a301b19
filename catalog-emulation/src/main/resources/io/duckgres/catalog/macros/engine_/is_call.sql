-- Whether an index' key is shown without parentheses: a call of a function.
(text) AS (regexp_matches(text, '^["a-z_]') OR regexp_matches(text, '^(COALESCE|GREATEST|LEAST|NULLIF)\('))
