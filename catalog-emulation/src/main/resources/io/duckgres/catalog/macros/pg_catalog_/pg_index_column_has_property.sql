(arg_index_oid, arg_column_number, arg_property) AS (
  (SELECT any_value(CASE lower(arg_property)
      WHEN 'asc' THEN dg_option[arg_column_number] & 1 = 0 WHEN 'desc' THEN dg_option[arg_column_number] & 1 = 1
      WHEN 'nulls_first' THEN dg_option[arg_column_number] & 2 = 2 WHEN 'nulls_last' THEN dg_option[arg_column_number] & 2 = 0
      WHEN 'orderable' THEN true WHEN 'distance_orderable' THEN false WHEN 'returnable' THEN true
      WHEN 'search_array' THEN true WHEN 'search_nulls' THEN true END)
   FROM (SELECT indexrelid AS dg_oid, indoption AS dg_option FROM ${pg_index}) dg_indexes
   WHERE dg_oid = arg_index_oid AND arg_column_number BETWEEN 1 AND len(dg_option))
)
