SELECT * FROM ${information_schema.table_privileges}
