-- A relation is visible when no schema that is searched earlier has one of its name.
(arg_relation_oid, arg_search_path) AS (
  (SELECT coalesce(dg_ordinal = dg_first, false)
   FROM (
     SELECT dg_oid, dg_ordinal, min(dg_ordinal) OVER (PARTITION BY dg_relname) AS dg_first
     FROM (
       SELECT oid AS dg_oid, relname AS dg_relname, ${f.visible_position}(arg_search_path, nspname) AS dg_ordinal
       FROM ${engine.relation_names}
     ) dg_names
   ) dg_positions WHERE dg_oid = arg_relation_oid)
)
