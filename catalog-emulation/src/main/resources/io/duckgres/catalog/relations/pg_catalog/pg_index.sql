SELECT
  i.oid AS indexrelid, i.indrelid, i.relnatts AS indnatts, i.relnatts AS indnkeyatts, i.indisunique, false AS indnullsnotdistinct,
  i.indisprimary, false AS indisexclusion, true AS indimmediate, false AS indisclustered, true AS indisvalid,
  false AS indcheckxmin, true AS indisready, true AS indislive, false AS indisreplident, i.indkey,
  k.indcollation, k.indclass, list_transform(i.indkey, lambda x: 0) AS indoption,
  CASE WHEN list_contains(i.indkey, 0) THEN
    array_to_string(list_filter(i.expressions, lambda x, n: i.indkey[n] = 0), ', ') END AS indexprs,
  NULL AS indpred
FROM ${engine.indexes} i
LEFT JOIN (
  SELECT k.oid,
    list(CASE WHEN coalesce(c.atttypid, 25) IN (25, 1042, 1043) THEN 100 WHEN c.atttypid = 19 THEN 950 ELSE 0 END ORDER BY k.position) AS indcollation,
    list(${f.default_opclass}(coalesce(c.atttypid, 25)) ORDER BY k.position) AS indclass
  FROM (
    SELECT oid, table_oid, unnest(indkey) AS attnum, unnest(range(1, relnatts + 1)) AS position
    FROM ${engine.indexes}
  ) k
  LEFT JOIN ${engine.columns} c ON c.engine_oid = k.table_oid AND c.attnum = k.attnum
  GROUP BY k.oid
) k ON k.oid = i.oid
