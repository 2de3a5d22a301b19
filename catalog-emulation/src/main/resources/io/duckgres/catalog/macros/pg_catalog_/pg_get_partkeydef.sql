(object_oid) AS (
  (SELECT any_value(dg_text) FROM (SELECT oid AS dg_oid,
    CASE strategy WHEN 'l' THEN 'LIST (' ELSE 'RANGE (' END || array_to_string(key_texts, ', ') || ')' AS dg_text
    FROM ${engine.partitioned_tables}) dg_tables WHERE dg_oid = object_oid)
)
