(arg_index_oid, arg_column_number) AS (
  (SELECT list_position(dg_indkey, arg_column_number) FROM (SELECT oid AS dg_oid, indkey AS dg_indkey FROM ${engine.indexes}) dg_indexes WHERE dg_oid = arg_index_oid)
)
