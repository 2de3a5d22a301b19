-- The engine tells rows alone: eight bytes a value, in whole pages.
(arg_relation_oid) AS (
  (SELECT dg_bytes
   FROM (
     SELECT oid AS dg_oid,
       (CASE WHEN relkind IN ('r', 'm') THEN ((row_count * relnatts * 8 + 8191) // 8192) * 8192 WHEN relkind = 'S' THEN 8192 ELSE 0 END)::BIGINT AS dg_bytes
     FROM ${engine.relations}
   ) dg_relations WHERE dg_oid = arg_relation_oid)
)
