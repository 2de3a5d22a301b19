-- INCLUDE and WHERE of an index' definition.
(included, predicate) AS (
  CASE WHEN len(included) > 0 THEN ' INCLUDE (' || ${f.quoted_list}(included) || ')' ELSE '' END
  || CASE WHEN predicate IS NULL THEN '' ELSE ' WHERE ' || predicate END
)
