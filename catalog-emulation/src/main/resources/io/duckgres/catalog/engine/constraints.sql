-- Constraints with what pg_get_constraintdef gives of them; the schema of the other table stands between the characters 2 and 3.
SELECT
  ${f.object_oid}(k.number) AS oid, ${f.object_oid}(k.table_oid) AS conrelid, k.table_oid,
  ${f.namespace_oid}(k.schema_name, s.schema_oid, k.database_name = 'temp') AS connamespace, k.schema_name,
  k.database_name = 'temp' AS temporary, k.table_name, k.contype, k.position, k.kind_position, k.expression,
  list_transform(
    CASE k.contype WHEN 'c' THEN list_sort(list_distinct(list_transform(k.column_names, lambda x: list_position(n.names, x))))
      ELSE list_transform(k.column_names, lambda x: list_position(n.names, x)) END,
    lambda i: i::SMALLINT) AS conkey,
  k.column_names, k.referenced_table, k.referenced_column_names, k.conname,
  CASE k.contype
    WHEN 'p' THEN 'PRIMARY KEY (' || ${f.quoted_list}(k.column_names) || ')'
    WHEN 'u' THEN CASE WHEN k.nulls_not_distinct THEN 'UNIQUE NULLS NOT DISTINCT (' ELSE 'UNIQUE (' END || ${f.quoted_list}(k.column_names) || ')'
    WHEN 'c' THEN 'CHECK (' || ${f.shown}(coalesce(k.check_text, k.expression), false) || ')'
    WHEN 'f' THEN 'FOREIGN KEY (' || ${f.quoted_list}(k.column_names) || ') REFERENCES '
      || chr(2) || ${f.namespace_name}(k.referenced_schema, k.database_name = 'temp') || chr(3)
      || ${f.quoted}(k.referenced_table) || '(' || ${f.quoted_list}(k.referenced_column_names) || ')'
      || CASE WHEN k.match_type = 'f' THEN ' MATCH FULL' ELSE '' END
      || CASE k.update_action WHEN 'r' THEN ' ON UPDATE RESTRICT' WHEN 'c' THEN ' ON UPDATE CASCADE'
        WHEN 'n' THEN ' ON UPDATE SET NULL' WHEN 'd' THEN ' ON UPDATE SET DEFAULT' ELSE '' END
      || CASE k.delete_action WHEN 'r' THEN ' ON DELETE RESTRICT' WHEN 'c' THEN ' ON DELETE CASCADE'
        WHEN 'n' THEN ' ON DELETE SET NULL' WHEN 'd' THEN ' ON DELETE SET DEFAULT' ELSE '' END
      || CASE WHEN len(k.set_column_names) > 0 THEN ' (' || ${f.quoted_list}(k.set_column_names) || ')' ELSE '' END
      || CASE WHEN k.is_deferrable THEN ' DEFERRABLE' ELSE '' END
      || CASE WHEN k.is_deferred THEN ' INITIALLY DEFERRED' ELSE '' END
      || CASE WHEN k.is_valid THEN '' ELSE ' NOT VALID' END
  END AS definition,
  k.referenced_schema, k.match_type, k.update_action, k.delete_action, k.set_column_names,
  k.is_deferrable, k.is_deferred, k.is_valid, k.kept, k.check_text
FROM (
  SELECT database_name, schema_name, table_name, table_oid, contype, position, kind_position, column_names, expression, referenced_table,
    referenced_column_names, conname, check_text, number, coalesce(referenced_schema, schema_name) AS referenced_schema, coalesce(match_type, 's') AS match_type,
    coalesce(update_action, 'a') AS update_action, coalesce(delete_action, 'a') AS delete_action, coalesce(set_column_names, []) AS set_column_names,
    is_deferrable, is_deferred, is_valid, kept, false AS nulls_not_distinct
  FROM ${engine.raw_constraints}
  UNION ALL
  -- UNIQUE NULLS NOT DISTINCT, which the engine has as an index.
  SELECT database_name, schema_name, table_name, table_oid, 'u', 22, 22, key_columns, NULL, NULL, NULL, index_name, NULL, index_oid, NULL, 's', 'a', 'a',
    [], false, false, true, true, true
  FROM ${engine.raw_indexes} WHERE is_constraint
) k
JOIN ${engine.raw_schemas} s ON s.database_name = k.database_name AND s.schema_name = k.schema_name
LEFT JOIN ${engine.column_names} n ON n.table_oid = k.table_oid
