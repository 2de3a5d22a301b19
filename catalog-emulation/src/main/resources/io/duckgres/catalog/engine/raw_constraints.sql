-- Constraints that the engine enforces, with their recorded names, else those that PostgreSQL would have chosen.
SELECT
  k.database_name, k.schema_name, k.table_name, k.table_oid, k.contype, k.position, k.kind_position, k.column_names, k.expression,
  k.referenced_table, k.referenced_column_names, k.conname, k.check_text,
  ${f.number}(o.number, k.table_oid * 64 + k.position) AS number, NULL::VARCHAR AS referenced_schema, NULL::VARCHAR AS match_type,
  NULL::VARCHAR AS update_action, NULL::VARCHAR AS delete_action, NULL::VARCHAR[] AS set_column_names, false AS is_deferrable,
  false AS is_deferred, true AS is_valid, false AS kept
FROM (
  SELECT
    c.* EXCLUDE (default_name),
    coalesce(n.constraint_name, left(c.default_name, 63) || CASE WHEN c.same_name > 1 THEN (c.same_name - 1)::VARCHAR ELSE '' END) AS conname,
    n.definition AS check_text
  FROM (
    SELECT *, row_number() OVER (PARTITION BY database_name, schema_name, default_name ORDER BY table_oid, position) AS same_name
    FROM (
      SELECT
        c.database_name, c.schema_name, c.table_name, t.table_oid, c.expression, c.referenced_table, c.referenced_column_names,
        row_number() OVER (PARTITION BY c.table_oid ORDER BY c.constraint_index) AS position,
        row_number() OVER (PARTITION BY c.table_oid, c.constraint_type ORDER BY c.constraint_index) AS kind_position,
        CASE c.constraint_type WHEN 'PRIMARY KEY' THEN 'p' WHEN 'UNIQUE' THEN 'u' WHEN 'CHECK' THEN 'c' ELSE 'f' END AS contype,
        c.constraint_column_names AS column_names,
        c.table_name || CASE c.constraint_type
          WHEN 'PRIMARY KEY' THEN '_pkey'
          WHEN 'UNIQUE' THEN '_' || array_to_string(c.constraint_column_names, '_') || '_key'
          WHEN 'CHECK' THEN CASE WHEN len(c.constraint_column_names) = 1 THEN '_' || c.constraint_column_names[1] ELSE '' END || '_check'
          ELSE '_' || array_to_string(c.constraint_column_names, '_') || '_fkey'
        END AS default_name
      FROM duckdb_constraints() c
      JOIN ${engine.raw_tables} t USING (database_name, schema_name, table_name)
      WHERE c.constraint_type IN ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY', 'CHECK')
    )
  ) c
  LEFT JOIN ${side}.constraint_names n
    ON c.database_name = ${database} AND n.schema_name = c.schema_name AND n.table_name = c.table_name AND n.kind = c.contype
      AND CASE WHEN c.contype = 'c' THEN n.position = c.kind_position - 1 ELSE n.column_names = c.column_names END
) k
LEFT JOIN ${side}.objects o
  ON k.database_name = ${database} AND o.class = 'k' AND o.schema_name = k.schema_name AND o.table_name = k.table_name AND o.object_name = k.conname
UNION ALL
-- Foreign keys, which are kept beside the engine's catalog.
SELECT
  ${database}, k.schema_name, k.table_name, t.table_oid, 'f', 23 + k.position, k.position, k.column_names, NULL,
  k.referenced_table, k.referenced_column_names, k.constraint_name, NULL,
  ${f.number}(o.number, t.table_oid * 64 + 23 + k.position), k.referenced_schema, k.match_type, k.update_action, k.delete_action, k.set_column_names,
  k.is_deferrable, k.is_deferred, k.is_valid, true
FROM ${side}.foreign_keys k
JOIN ${engine.raw_tables} t ON t.database_name = ${database} AND t.schema_name = k.schema_name AND t.table_name = k.table_name
LEFT JOIN ${side}.objects o ON o.class = 'k' AND o.schema_name = k.schema_name AND o.table_name = k.table_name AND o.object_name = k.constraint_name
