(arg_sequence_oid) AS (
  (SELECT any_value(dg_last_value) FROM (SELECT oid AS dg_oid, last_value AS dg_last_value FROM ${engine.sequence_values}) dg_sequences WHERE dg_oid = arg_sequence_oid)
)
