(arg_relation_oid) AS (
  (SELECT any_value(CASE WHEN dg_filenode <> 0 THEN dg_filenode WHEN dg_relkind IN ('r', 'i', 'S', 't', 'm') THEN dg_oid END)
   FROM (SELECT oid AS dg_oid, relkind AS dg_relkind, relfilenode AS dg_filenode FROM ${pg_class}) dg_relations WHERE dg_oid = arg_relation_oid)
)
