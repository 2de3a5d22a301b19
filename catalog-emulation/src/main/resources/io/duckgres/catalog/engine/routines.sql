-- Functions and procedures in SQL, and the engine's macros.
WITH all_types AS (
  SELECT 'pg_catalog' AS schema_name, typname, oid FROM ${static.pg_type}
  UNION ALL
  SELECT ${f.namespace_name}(schema_name, temporary), typname, oid FROM ${engine.types}
  UNION ALL
  SELECT ${f.namespace_name}(schema_name, temporary), '_' || typname, typarray FROM ${engine.types}
  UNION ALL
  SELECT ${f.namespace_name}(schema_name, temporary), relname, reltype FROM ${engine.relations} WHERE relkind IN ('r', 'v')
  UNION ALL
  SELECT ${f.namespace_name}(schema_name, temporary), '_' || relname, reltype + 2 FROM ${engine.relations} WHERE relkind IN ('r', 'v')
), parameters AS (
  SELECT oid, unnest(type_schemas) AS schema_name, unnest(type_names) AS typname,
    unnest(parameter_modes) AS mode, unnest(range(len(type_names))) AS position
  FROM ${side}.routines
), parameter_types AS (
  SELECT p.oid, list(t.oid ORDER BY position) AS all_types,
    list(t.oid ORDER BY position) FILTER (WHERE mode IN ('i', 'b', 'v')) AS input_types,
    any_value(t.oid) FILTER (WHERE mode = 'v') AS variadic
  FROM parameters p JOIN all_types t USING (schema_name, typname)
  GROUP BY p.oid
)
SELECT
  r.oid, routine_name AS proname, CASE WHEN r.schema_name = 'main' THEN 2200 ELSE coalesce(n.oid, 2200) END AS pronamespace,
  10 AS proowner, 14 AS prolang, CAST(cost AS FLOAT) AS procost, CAST(row_estimate AS FLOAT) AS prorows,
  CASE WHEN p.variadic IS NULL THEN 0 ELSE coalesce(nullif(v.typelem, 0), CASE p.variadic WHEN 2277 THEN 2283 ELSE 0 END) END AS provariadic,
  0 AS prosupport, kind AS prokind, is_definer AS prosecdef, is_leakproof AS proleakproof, is_strict AS proisstrict,
  returns_set AS proretset, volatility AS provolatile, parallel AS proparallel,
  len(coalesce(p.input_types, [])) AS pronargs, len(shown_defaults) AS pronargdefaults, t.oid AS prorettype,
  coalesce(p.input_types, []) AS proargtypes,
  CASE WHEN len(list_filter(parameter_modes, lambda m: m <> 'i')) > 0 THEN p.all_types END AS proallargtypes,
  CASE WHEN len(list_filter(parameter_modes, lambda m: m <> 'i')) > 0 THEN parameter_modes END AS proargmodes,
  CASE WHEN len(list_filter(parameter_names, lambda m: m <> '')) > 0 THEN parameter_names END AS proargnames,
  CASE WHEN len(shown_defaults) > 0 THEN array_to_string(shown_defaults, ', ') END AS proargdefaults, NULL AS protrftypes,
  CASE body_form WHEN 's' THEN body ELSE '' END AS prosrc, c.comment, NULL AS probin, shown_body AS prosqlbody,
  CASE WHEN len(settings) > 0 THEN settings END AS proconfig, NULL AS proacl
FROM ${side}.routines r
JOIN all_types t ON t.schema_name = result_schema AND t.typname = result_name
LEFT JOIN parameter_types p ON p.oid = r.oid
LEFT JOIN ${static.pg_type} v ON v.oid = p.variadic
LEFT JOIN ${engine.namespaces} n ON n.schema_name = r.schema_name AND n.database_name = ${database}
LEFT JOIN ${side}.comments c ON c.object_class = 'routine' AND c.object_name = CAST(r.oid AS VARCHAR)
UNION ALL
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
