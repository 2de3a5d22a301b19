-- Constraints with PostgreSQL's names: those recorded, else those that it would have chosen.
SELECT
  c.*,
  coalesce(n.constraint_name, left(c.default_name, 63) || CASE WHEN c.same_name > 1 THEN (c.same_name - 1)::VARCHAR ELSE '' END) AS conname,
  coalesce(n.definition, CASE c.contype
    WHEN 'p' THEN 'PRIMARY KEY (' || ${f.quoted_list}(c.column_names) || ')'
    WHEN 'u' THEN 'UNIQUE (' || ${f.quoted_list}(c.column_names) || ')'
    WHEN 'c' THEN 'CHECK (' || c.expression || ')'
    WHEN 'f' THEN 'FOREIGN KEY (' || ${f.quoted_list}(c.column_names) || ') REFERENCES '
      || CASE WHEN c.schema_name = 'main' THEN '' ELSE ${f.quoted}(c.schema_name) || '.' END
      || ${f.quoted}(c.referenced_table) || '(' || ${f.quoted_list}(c.referenced_column_names) || ')'
  END) AS definition
FROM (
  SELECT
    ${f.constraint_oid}(table_oid, position) AS oid,
    ${f.object_oid}(table_oid) AS conrelid, table_oid,
    ${f.namespace_oid}(schema_name, schema_oid, database_name = 'temp') AS connamespace,
    schema_name, database_name = 'temp' AS temporary, table_name, contype, position, kind_position,
    expression, list_transform(constraint_column_indexes, lambda i: (i + 1)::SMALLINT) AS conkey,
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
