(arg_name) AS ((SELECT oid FROM ${pg_namespace} WHERE nspname = ${f.name_parts}(arg_name)[1] AND len(${f.name_parts}(arg_name)) = 1))
