(arg_relation_oid) AS (
  (SELECT dg_publishable
   FROM (
     SELECT oid AS dg_oid, relkind IN ('r', 'p') AND oid >= 16384 AND relpersistence = 'p' AS dg_publishable FROM ${pg_class}
   ) dg_relations WHERE dg_oid = arg_relation_oid)
)
