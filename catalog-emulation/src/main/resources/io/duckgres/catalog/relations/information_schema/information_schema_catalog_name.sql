SELECT ${database_name} AS catalog_name
