(arg_database) AS (
  (SELECT (used_blocks * block_size)::BIGINT FROM pragma_database_size() WHERE database_name = ${database}
     AND arg_database::VARCHAR IN (${database_name}, (SELECT oid::VARCHAR FROM ${pg_database})))
)
