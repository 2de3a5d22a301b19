(arg_function_oid) AS ((SELECT result FROM ${engine.function_texts} WHERE oid = arg_function_oid))
