(implicit, search_path) AS (
  CASE WHEN implicit THEN list_transform(search_path, lambda s: CASE WHEN s = 'pg_temp' THEN 'pg_temp_1' ELSE s END)
  ELSE list_filter(search_path, lambda s: s NOT IN ('pg_catalog', 'pg_temp')) END
)
