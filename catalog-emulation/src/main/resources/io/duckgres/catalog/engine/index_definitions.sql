SELECT oid, expressions,
  'CREATE ' || CASE WHEN indisunique THEN 'UNIQUE ' ELSE '' END || 'INDEX ' || ${f.quoted}(relname) || ' ON '
    || CASE WHEN temporary THEN 'pg_temp' WHEN schema_name = 'main' THEN 'public' ELSE ${f.quoted}(schema_name) END
    || '.' || ${f.quoted}(table_name) || ' USING btree (' || array_to_string(expressions, ', ') || ')' AS definition
FROM ${engine.indexes}
