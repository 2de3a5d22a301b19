(arg_tablespace) AS (CASE WHEN arg_tablespace IS NOT NULL THEN (SELECT (used_blocks * block_size)::BIGINT FROM pragma_database_size() WHERE database_name = ${database}) END)
