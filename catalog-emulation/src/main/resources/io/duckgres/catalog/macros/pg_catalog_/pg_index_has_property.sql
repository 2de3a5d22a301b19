(arg_index_oid, arg_property) AS (
  (SELECT any_value(CASE WHEN lower(arg_property) IN ('clusterable', 'index_scan', 'bitmap_scan', 'backward_scan') THEN true END)
   FROM (SELECT indexrelid AS dg_oid FROM ${pg_index}) dg_indexes WHERE dg_oid = arg_index_oid)
)
