-- Users' macros.
SELECT
  ${f.object_oid}(${f.number}(o.number, f.function_oid)) AS oid, function_name AS proname,
  CASE WHEN f.schema_name = 'main' THEN 2200 ELSE coalesce(n.oid, 2200) END AS pronamespace,
  10 AS proowner, 14 AS prolang, 100 AS procost, CASE WHEN function_type = 'table_macro' THEN 1000 ELSE 0 END AS prorows,
  0 AS provariadic, 0 AS prosupport, 'f' AS prokind, false AS prosecdef, false AS proleakproof, false AS proisstrict,
  function_type = 'table_macro' AS proretset, 'v' AS provolatile, 'u' AS proparallel,
  len(parameters) AS pronargs, 0 AS pronargdefaults, CASE WHEN function_type = 'table_macro' THEN 2249 ELSE 2283 END AS prorettype,
  list_transform(parameters, lambda x: 2283) AS proargtypes, NULL AS proallargtypes, NULL AS proargmodes,
  parameters AS proargnames, NULL AS proargdefaults, NULL AS protrftypes,
  macro_definition AS prosrc, f.comment, NULL AS probin, NULL AS prosqlbody, NULL AS proconfig, NULL AS proacl
FROM duckdb_functions() f
LEFT JOIN ${engine.namespaces} n ON n.database_name = f.database_name AND n.schema_name = f.schema_name
LEFT JOIN ${side}.objects o ON o.class = 'f' AND o.schema_name = f.schema_name AND o.object_name = f.function_name
WHERE f.database_name = ${database} AND NOT internal AND function_type IN ('macro', 'table_macro')
