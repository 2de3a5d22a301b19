SELECT s.* FROM ${pg_stat_all_tables} s
WHERE s.schemaname IN ('pg_catalog', 'information_schema') OR s.schemaname LIKE 'pg\_toast%' ESCAPE '\'
