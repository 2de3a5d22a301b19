-- With arg_pretty the table is qualified only when it is not visible.
(arg_index_oid) AS (
  (SELECT dg_prefix || dg_qualified || dg_suffix
   FROM (SELECT oid AS dg_oid, prefix AS dg_prefix, qualified AS dg_qualified, suffix AS dg_suffix FROM ${engine.index_definitions}) dg_indexes
   WHERE dg_oid = arg_index_oid)
),
(arg_index_oid, arg_column_number, arg_pretty, arg_search_path) AS (
  (SELECT CASE
      WHEN arg_column_number <> 0 THEN CASE WHEN arg_pretty THEN coalesce(dg_pretty_expressions[arg_column_number], dg_expressions[arg_column_number]) ELSE dg_expressions[arg_column_number] END
      ELSE dg_prefix || CASE WHEN arg_pretty AND list_contains(arg_search_path, dg_nspname) THEN dg_unqualified ELSE dg_qualified END || CASE WHEN arg_pretty THEN dg_pretty_suffix ELSE dg_suffix END
    END
   FROM (
     SELECT oid AS dg_oid, prefix AS dg_prefix, qualified AS dg_qualified, unqualified AS dg_unqualified, suffix AS dg_suffix,
       pretty_suffix AS dg_pretty_suffix, expressions AS dg_expressions, pretty_expressions AS dg_pretty_expressions, nspname AS dg_nspname
     FROM ${engine.index_definitions}
   ) dg_indexes WHERE dg_oid = arg_index_oid)
)
