-- INCLUDE, NULLS NOT DISTINCT and WHERE of an index' definition.
(included, nulls_not_distinct, predicate) AS (
  CASE WHEN len(included) > 0 THEN ' INCLUDE (' || ${f.quoted_list}(included) || ')' ELSE '' END
  || CASE WHEN nulls_not_distinct THEN ' NULLS NOT DISTINCT' ELSE '' END
  || CASE WHEN predicate IS NULL THEN '' ELSE ' WHERE ' || predicate END
)
