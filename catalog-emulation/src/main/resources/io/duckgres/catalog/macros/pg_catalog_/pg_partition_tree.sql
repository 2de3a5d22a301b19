(arg_relation_oid) AS TABLE
SELECT dg_relid AS relid, dg_parentrelid AS parentrelid, dg_isleaf AS isleaf, dg_level AS level
FROM (
  SELECT oid AS dg_relid, NULL::BIGINT AS dg_parentrelid, false AS dg_isleaf, 0 AS dg_level, oid AS dg_root FROM ${engine.partitioned_tables}
  UNION ALL
  SELECT oid, parent_oid, true, 1, parent_oid FROM ${engine.partitions}
  UNION ALL
  SELECT oid, parent_oid, true, 0, oid FROM ${engine.partitions}
) dg_tree WHERE dg_root = CAST(arg_relation_oid AS BIGINT)
