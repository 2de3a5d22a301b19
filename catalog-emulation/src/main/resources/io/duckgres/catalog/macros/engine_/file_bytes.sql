-- The size of the database's file: three headers and blocks.
() AS (
  (SELECT dg_bytes FROM (
     SELECT database_name AS dg_database, (12288 + total_blocks * block_size)::BIGINT AS dg_bytes FROM pragma_database_size()
   ) dg_databases WHERE dg_database = ${database})
)
