-- The arguments are written once: they may be queries, and what repeats them would multiply them.
(arg_table_name, arg_column_name, arg_search_path) AS (
  (SELECT (
     SELECT any_value(dg_sequence)
     FROM (
       SELECT c.attrelid AS dg_relation_oid, c.attname AS dg_attname, ${f.quoted}(s.nspname) || '.' || ${f.quoted}(s.sequence_name) AS dg_sequence
       FROM ${engine.columns} c
       JOIN ${engine.sequences} s ON s.schema_name = c.schema_name AND s.temporary = c.temporary AND s.owner_table = c.table_name AND s.owner_column = c.attname
       UNION ALL
       SELECT c.attrelid, c.attname, ${f.quoted}(s.nspname) || '.' || ${f.quoted}(s.sequence_name)
       FROM ${engine.columns} c
       JOIN ${engine.sequences} s ON s.schema_name = c.schema_name AND s.temporary = c.temporary AND s.sequence_name = c.table_name || '_' || c.attname || '_seq'
       WHERE s.owner_table IS NULL AND c.column_default LIKE 'nextval(%'
     ) dg_columns
     WHERE dg_relation_oid = ss_relation AND dg_attname = ss_column
   )
   FROM (
     SELECT ${f.to_regclass}(ss_table, arg_search_path) AS ss_relation, ss_column
     FROM (SELECT arg_table_name AS ss_table, arg_column_name AS ss_column) ss_arguments
   ) ss_found)
)
