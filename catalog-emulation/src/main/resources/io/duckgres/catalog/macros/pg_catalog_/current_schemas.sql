(implicit, search_path) AS (
  CASE WHEN implicit THEN search_path
  ELSE list_filter(search_path, lambda s: s NOT IN ('pg_catalog', 'pg_temp')) END
)
