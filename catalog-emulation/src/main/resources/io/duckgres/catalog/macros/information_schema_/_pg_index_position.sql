(arg_index_oid, arg_column_number) AS ((SELECT list_position(indkey, arg_column_number) FROM ${engine.indexes} WHERE oid = arg_index_oid))
