SELECT s.* FROM ${pg_stat_all_indexes} s
WHERE s.schemaname IN ('pg_catalog', 'information_schema', 'pg_toast')
