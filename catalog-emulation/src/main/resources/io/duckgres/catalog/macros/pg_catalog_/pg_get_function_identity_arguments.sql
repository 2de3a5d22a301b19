(arg_function_oid) AS (
  (SELECT dg_text FROM (SELECT oid AS dg_oid, identity_arguments AS dg_text FROM ${engine.function_texts}) dg_functions WHERE dg_oid = arg_function_oid)
)
