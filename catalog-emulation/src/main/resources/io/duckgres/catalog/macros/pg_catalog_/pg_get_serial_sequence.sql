(arg_table_name, arg_column_name, arg_search_path) AS (
  (SELECT dg_sequence
   FROM (
     SELECT c.attrelid AS dg_relation_oid, c.attname AS dg_attname, ${f.quoted}(s.nspname) || '.' || ${f.quoted}(s.sequence_name) AS dg_sequence
     FROM ${engine.columns} c
     JOIN ${engine.sequences} s ON s.schema_name = c.schema_name AND s.temporary = c.temporary
       AND (s.owner_table = c.table_name AND s.owner_column = c.attname
         OR s.owner_table IS NULL AND s.sequence_name = c.table_name || '_' || c.attname || '_seq' AND c.column_default LIKE 'nextval(%')
   ) dg_columns
   WHERE dg_relation_oid = ${f.to_regclass}(arg_table_name, arg_search_path) AND dg_attname = arg_column_name)
)
