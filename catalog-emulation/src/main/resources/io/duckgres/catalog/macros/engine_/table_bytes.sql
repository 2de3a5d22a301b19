-- The engine tells rows alone: eight bytes a value, in whole pages.
(arg_relation_oid) AS (
  (SELECT CASE WHEN relkind IN ('r', 'm') THEN ((row_count * relnatts * 8 + 8191) // 8192) * 8192 WHEN relkind = 'S' THEN 8192 ELSE 0 END
   FROM ${engine.relations} WHERE oid = arg_relation_oid)::BIGINT
)
