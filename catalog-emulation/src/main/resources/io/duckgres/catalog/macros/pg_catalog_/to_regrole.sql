(arg_name) AS ((SELECT oid FROM ${pg_authid} WHERE rolname = ${f.name_parts}(arg_name)[1] AND len(${f.name_parts}(arg_name)) = 1))
