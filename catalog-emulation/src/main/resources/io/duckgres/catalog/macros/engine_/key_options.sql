-- What follows an index' key. All operator classes that are asked for by name and are not the types' own.
(method, options, operator_class) AS (
  CASE WHEN operator_class IS NULL OR NOT (ends_with(operator_class, '_pattern_ops') OR operator_class IN ('jsonb_path_ops', 'gin_trgm_ops', 'gist_trgm_ops')) THEN '' ELSE ' ' || operator_class END
  || CASE WHEN method <> 'btree' THEN ''
    WHEN options & 1 = 1 THEN CASE WHEN options & 2 = 2 THEN ' DESC' ELSE ' DESC NULLS LAST' END
    WHEN options & 2 = 2 THEN ' NULLS FIRST' ELSE '' END
)
