(arg_function_oid) AS ((SELECT arguments FROM ${engine.function_texts} WHERE oid = arg_function_oid))
