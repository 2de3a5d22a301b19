-- The parts of what pg_get_indexdef gives: the table's name stands between prefix and suffix.
SELECT oid, expressions,
  'CREATE ' || CASE WHEN indisunique THEN 'UNIQUE ' ELSE '' END || 'INDEX ' || ${f.quoted}(relname) || ' ON ' AS prefix,
  ${f.quoted}(${f.namespace_name}(schema_name, temporary)) || '.' || ${f.quoted}(table_name) AS qualified,
  ${f.quoted}(table_name) AS unqualified,
  ' USING btree (' || array_to_string(expressions, ', ') || ')' AS suffix,
  ${f.namespace_name}(schema_name, temporary) AS nspname
FROM ${engine.indexes}
UNION ALL
SELECT oid, string_split(regexp_extract(definition, '\((.*)\)$', 1), ', '), split_part(definition, ' ON ', 1) || ' ON ',
  regexp_extract(definition, ' ON (.*) USING ', 1), split_part(regexp_extract(definition, ' ON (.*) USING ', 1), '.', 2),
  regexp_extract(definition, ' USING .*$'), split_part(regexp_extract(definition, ' ON (.*) USING ', 1), '.', 1)
FROM ${static.index_texts}
