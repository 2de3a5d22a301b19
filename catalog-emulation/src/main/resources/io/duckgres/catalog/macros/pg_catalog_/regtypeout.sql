(arg_oid, arg_search_path) AS (
  CASE ${f.format_type}(arg_oid, NULL, arg_search_path) WHEN '???' THEN CAST(arg_oid AS VARCHAR)
  ELSE ${f.format_type}(arg_oid, NULL, arg_search_path) END
)
