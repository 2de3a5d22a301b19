SELECT s.* FROM ${pg_stat_all_tables} s
WHERE s.schemaname NOT IN ('pg_catalog', 'information_schema') AND s.schemaname NOT LIKE 'pg\_toast%' ESCAPE '\'
