-- A default in PostgreSQL's words, from the engine's.
(text) AS (
  CASE
    WHEN starts_with(text, 'nextval(''') THEN regexp_replace(text, '^nextval\(''(.*)''\)$', 'nextval(''\1''::regclass)')
    WHEN text = 'CAST(''t'' AS BOOLEAN)' THEN 'true'
    WHEN text = 'CAST(''f'' AS BOOLEAN)' THEN 'false'
    WHEN text IN ('current_timestamp', 'current_date', 'current_time') THEN upper(text)
    WHEN starts_with(text, 'get_current_timestamp') THEN 'now()'
    ELSE text
  END
)
