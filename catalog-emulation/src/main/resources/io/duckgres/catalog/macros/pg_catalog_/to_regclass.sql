(arg_name, arg_search_path) AS (
  (SELECT arg_min(oid, position)
   FROM (
     SELECT oid, relname, nspname, coalesce(${f.visible_position}(arg_search_path, nspname), 1000) AS position
     FROM ${engine.relation_names}
   )
   WHERE relname = ${f.name_parts}(arg_name)[-1]
     AND CASE len(${f.name_parts}(arg_name)) WHEN 1 THEN position < 1000
       ELSE nspname = ${f.name_parts}(arg_name)[-2] END)
)
