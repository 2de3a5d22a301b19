(arg_index_oid) AS ((SELECT definition FROM ${engine.index_definitions} WHERE oid = arg_index_oid)),
(arg_index_oid, arg_column_number, arg_pretty) AS (
  (SELECT CASE WHEN arg_column_number = 0 THEN definition ELSE expressions[arg_column_number] END
   FROM ${engine.index_definitions} WHERE oid = arg_index_oid)
)
