(arg_table_name, arg_column_name, arg_search_path) AS (
  (SELECT ${f.quoted}(s.nspname) || '.' || ${f.quoted}(s.sequence_name)
   FROM ${engine.columns} c
   JOIN ${engine.sequences} s ON s.schema_name = c.schema_name AND s.sequence_name = c.table_name || '_' || c.attname || '_seq'
   WHERE c.attrelid = ${f.to_regclass}(arg_table_name, arg_search_path) AND c.attname = arg_column_name
     AND c.column_default LIKE 'nextval(%')
)
