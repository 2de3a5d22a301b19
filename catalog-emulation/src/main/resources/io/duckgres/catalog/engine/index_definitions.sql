-- The parts of what pg_get_indexdef gives: the table's name stands between prefix and suffix.
SELECT oid, list_concat(expressions, list_transform(included, lambda x: ${f.quoted}(x))) AS expressions,
  list_transform(expressions, lambda x, k: coalesce(pretty_expressions[k], x)) AS pretty_expressions,
  'CREATE ' || CASE WHEN indisunique THEN 'UNIQUE ' ELSE '' END || 'INDEX ' || ${f.quoted}(relname) || ' ON ' AS prefix,
  ${f.quoted}(${f.namespace_name}(schema_name, temporary)) || '.' || ${f.quoted}(table_name) AS qualified,
  ${f.quoted}(table_name) AS unqualified,
  ' USING ' || method || ' (' || array_to_string(list_transform(expressions, lambda x, k: x || ${f.key_options}(method, options[k], operator_classes[k])), ', ') || ')'
    || ${f.index_tail}(included, nulls_not_distinct, ${f.shown}(predicate, false)) AS suffix,
  ' USING ' || method || ' (' || array_to_string(list_transform(expressions, lambda x, k: coalesce(pretty_expressions[k], x) || ${f.key_options}(method, options[k], operator_classes[k])), ', ') || ')'
    || ${f.index_tail}(included, nulls_not_distinct, ${f.shown}(predicate, true)) AS pretty_suffix,
  ${f.namespace_name}(schema_name, temporary) AS nspname, table_oid AS number
FROM ${engine.indexes}
UNION ALL
SELECT oid, string_split(regexp_extract(definition, '\((.*)\)$', 1), ', '), string_split(regexp_extract(definition, '\((.*)\)$', 1), ', '),
  split_part(definition, ' ON ', 1) || ' ON ',
  regexp_extract(definition, ' ON (.*) USING ', 1), split_part(regexp_extract(definition, ' ON (.*) USING ', 1), '.', 2),
  regexp_extract(definition, ' USING .*$'), regexp_extract(definition, ' USING .*$'), split_part(regexp_extract(definition, ' ON (.*) USING ', 1), '.', 1), NULL
FROM ${static.index_texts}
