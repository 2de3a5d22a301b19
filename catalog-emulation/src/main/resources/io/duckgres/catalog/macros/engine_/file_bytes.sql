-- The size of the database's file.
() AS (
  (SELECT dg_bytes FROM (
     SELECT database_name AS dg_database, (used_blocks * block_size)::BIGINT AS dg_bytes FROM pragma_database_size()
   ) dg_databases WHERE dg_database = ${database})
)
