-- A relation is visible when no schema that is searched earlier has one of its name.
(arg_relation_oid, arg_search_path) AS (
  (SELECT coalesce(ordinal = min_ordinal, false)
   FROM (
     SELECT oid, ordinal, min(ordinal) OVER (PARTITION BY relname) AS min_ordinal
     FROM (SELECT oid, relname, ${f.visible_position}(arg_search_path, nspname) AS ordinal FROM ${engine.relation_names})
   ) WHERE oid = arg_relation_oid)
)
