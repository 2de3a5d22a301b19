-- The schema of temporary objects is there as soon as the first of them is.
(implicit, search_path) AS (
  CASE WHEN NOT implicit THEN list_filter(search_path, lambda s: s NOT IN ('pg_catalog', 'pg_temp'))
  WHEN (SELECT count(*) = 0 FROM ${pg_namespace} WHERE nspname = 'pg_temp_1') THEN list_filter(search_path, lambda s: s <> 'pg_temp')
  ELSE list_transform(search_path, lambda s: CASE WHEN s = 'pg_temp' THEN 'pg_temp_1' ELSE s END) END
)
