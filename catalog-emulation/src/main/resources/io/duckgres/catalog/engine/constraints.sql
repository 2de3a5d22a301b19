-- Constraints with PostgreSQL's names: those recorded, else those that it would have chosen.
SELECT
  c.*,
  coalesce(n.constraint_name, left(c.default_name, 63) || CASE WHEN c.same_name > 1 THEN (c.same_name - 1)::VARCHAR ELSE '' END) AS conname,
  CASE c.contype
    WHEN 'p' THEN 'PRIMARY KEY (' || ${f.quoted_list}(c.column_names) || ')'
    WHEN 'u' THEN 'UNIQUE (' || ${f.quoted_list}(c.column_names) || ')'
    WHEN 'c' THEN 'CHECK (' || ${f.shown}(coalesce(n.definition, c.expression), false) || ')'
    WHEN 'f' THEN 'FOREIGN KEY (' || ${f.quoted_list}(c.column_names) || ') REFERENCES '
      || CASE WHEN c.schema_name = 'main' THEN '' ELSE ${f.quoted}(c.schema_name) || '.' END
      || ${f.quoted}(c.referenced_table) || '(' || ${f.quoted_list}(c.referenced_column_names) || ')'
  END AS definition,
  c.schema_name AS referenced_schema, 's' AS match_type, 'a' AS update_action, 'a' AS delete_action,
  []::VARCHAR[] AS set_column_names, false AS is_deferrable, false AS is_deferred, true AS is_valid, false AS kept, n.definition AS check_text
FROM (
  SELECT
    ${f.constraint_oid}(table_oid, position) AS oid,
    ${f.object_oid}(table_oid) AS conrelid, table_oid,
    ${f.namespace_oid}(schema_name, schema_oid, database_name = 'temp') AS connamespace,
    schema_name, database_name = 'temp' AS temporary, table_name, contype, position, kind_position,
    expression, list_transform(CASE contype WHEN 'c' THEN list_sort(list_distinct(constraint_column_indexes)) ELSE constraint_column_indexes END, lambda i: (i + 1)::SMALLINT) AS conkey,
    constraint_column_names AS column_names, referenced_table, referenced_column_names, default_name,
    row_number() OVER (PARTITION BY database_name, schema_name, default_name ORDER BY table_oid, position) AS same_name
  FROM (
    SELECT *,
      row_number() OVER (PARTITION BY table_oid ORDER BY constraint_index) AS position,
      row_number() OVER (PARTITION BY table_oid, constraint_type ORDER BY constraint_index) AS kind_position,
      CASE constraint_type WHEN 'PRIMARY KEY' THEN 'p' WHEN 'UNIQUE' THEN 'u' WHEN 'CHECK' THEN 'c' ELSE 'f' END AS contype,
      table_name || CASE constraint_type
        WHEN 'PRIMARY KEY' THEN '_pkey'
        WHEN 'UNIQUE' THEN '_' || array_to_string(constraint_column_names, '_') || '_key'
        WHEN 'CHECK' THEN CASE WHEN len(constraint_column_names) = 1 THEN '_' || constraint_column_names[1] ELSE '' END || '_check'
        ELSE '_' || array_to_string(constraint_column_names, '_') || '_fkey'
      END AS default_name
    FROM duckdb_constraints()
    WHERE constraint_type IN ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY', 'CHECK')
      AND database_name IN (${database}, 'temp') AND schema_name <> '_duckgres'
  )
) c
LEFT JOIN ${side}.constraint_names n
  ON NOT c.temporary AND n.schema_name = c.schema_name AND n.table_name = c.table_name AND n.kind = c.contype
    AND CASE WHEN c.contype = 'c' THEN n.position = c.kind_position - 1 ELSE n.column_names = c.column_names END
UNION ALL
-- Foreign keys, which are kept beside the engine's catalog. There are fewer other constraints than 24 on a table.
SELECT
  ${f.constraint_oid}(t.table_oid, 23 + row_number() OVER (PARTITION BY t.table_oid ORDER BY k.position)), ${f.object_oid}(t.table_oid), t.table_oid,
  ${f.namespace_oid}(t.schema_name, t.schema_oid, false), t.schema_name, false, t.table_name, 'f',
  23 + k.position, k.position, NULL,
  list_transform(k.column_names, lambda x: list_position(n.names, x)::SMALLINT), k.column_names,
  k.referenced_table, k.referenced_column_names, k.constraint_name, 1, k.constraint_name,
  'FOREIGN KEY (' || ${f.quoted_list}(k.column_names) || ') REFERENCES '
    || CASE WHEN k.referenced_schema = 'main' THEN '' ELSE ${f.quoted}(k.referenced_schema) || '.' END
    || ${f.quoted}(k.referenced_table) || '(' || ${f.quoted_list}(k.referenced_column_names) || ')'
    || CASE WHEN k.match_type = 'f' THEN ' MATCH FULL' ELSE '' END
    || CASE k.update_action WHEN 'r' THEN ' ON UPDATE RESTRICT' WHEN 'c' THEN ' ON UPDATE CASCADE'
      WHEN 'n' THEN ' ON UPDATE SET NULL' WHEN 'd' THEN ' ON UPDATE SET DEFAULT' ELSE '' END
    || CASE k.delete_action WHEN 'r' THEN ' ON DELETE RESTRICT' WHEN 'c' THEN ' ON DELETE CASCADE'
      WHEN 'n' THEN ' ON DELETE SET NULL' WHEN 'd' THEN ' ON DELETE SET DEFAULT' ELSE '' END
    || CASE WHEN len(k.set_column_names) > 0 THEN ' (' || ${f.quoted_list}(k.set_column_names) || ')' ELSE '' END
    || CASE WHEN k.is_deferrable THEN ' DEFERRABLE' ELSE '' END
    || CASE WHEN k.is_deferred THEN ' INITIALLY DEFERRED' ELSE '' END
    || CASE WHEN k.is_valid THEN '' ELSE ' NOT VALID' END,
  k.referenced_schema, k.match_type, k.update_action, k.delete_action, k.set_column_names,
  k.is_deferrable, k.is_deferred, k.is_valid, true, NULL
FROM ${side}.foreign_keys k
JOIN duckdb_tables() t ON t.database_name = ${database} AND t.schema_name = k.schema_name AND t.table_name = k.table_name
JOIN ${engine.column_names} n ON n.table_oid = t.table_oid
UNION ALL
-- UNIQUE NULLS NOT DISTINCT, which the engine has as an index.
SELECT
  ${f.object_oid}(i.index_oid), ${f.object_oid}(i.table_oid), i.table_oid,
  ${f.namespace_oid}(i.schema_name, i.schema_oid, false), i.schema_name, false, i.table_name, 'u',
  22, 22, NULL, list_transform(d.key_columns, lambda x: list_position(n.names, x)::SMALLINT), d.key_columns,
  NULL, NULL, d.index_name, 1, d.index_name, 'UNIQUE NULLS NOT DISTINCT (' || ${f.quoted_list}(d.key_columns) || ')',
  NULL, 's', 'a', 'a', []::VARCHAR[], false, false, true, true, NULL
FROM ${side}.indexes d
JOIN duckdb_indexes() i ON i.database_name = ${database} AND i.schema_name = d.schema_name AND i.index_name = d.index_name
JOIN ${engine.column_names} n ON n.table_oid = i.table_oid
WHERE d.is_constraint
