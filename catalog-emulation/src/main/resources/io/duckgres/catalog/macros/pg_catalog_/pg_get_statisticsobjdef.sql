-- The kinds are left out when all are meant.
(object_oid) AS (
  (SELECT any_value(dg_text) FROM (SELECT oid AS dg_oid,
    'CREATE STATISTICS ' || ${f.quoted}(${f.namespace_name}(schema_name, false)) || '.' || ${f.quoted}(stxname)
    || CASE WHEN len(list_filter(kinds, lambda x: x <> 'e')) IN (0, 3) THEN '' ELSE ' (' || array_to_string(list_transform(list_filter(kinds, lambda x: x <> 'e'),
      lambda x: CASE x WHEN 'd' THEN 'ndistinct' WHEN 'f' THEN 'dependencies' ELSE 'mcv' END), ', ') || ')' END
    || ' ON ' || array_to_string(
      list_concat(list_transform(coalesce(names, []), lambda x: ${f.quoted}(x)), list_transform(expressions, lambda x: ${f.shown}(x, false))), ', ')
    || ' FROM ' || CASE WHEN table_schema = 'main' THEN '' ELSE ${f.quoted}(${f.namespace_name}(table_schema, false)) || '.' END || ${f.quoted}(table_name) AS dg_text
    FROM ${engine.statistics}) dg_statistics WHERE dg_oid = object_oid)
)
