SELECT
  i.oid AS indexrelid, i.indrelid, i.relnatts AS indnatts, i.key_count AS indnkeyatts, i.indisunique, i.nulls_not_distinct AS indnullsnotdistinct,
  i.indisprimary, false AS indisexclusion, true AS indimmediate, false AS indisclustered, true AS indisvalid,
  false AS indcheckxmin, true AS indisready, true AS indislive, false AS indisreplident, i.indkey,
  k.indcollation, k.indclass, i.options AS indoption,
  CASE WHEN list_contains(i.indkey, 0) THEN
    array_to_string(list_transform(list_filter(i.key_texts, lambda x, n: i.indkey[n] = 0), lambda x: ${f.shown}(x, false)), ', ') END AS indexprs,
  i.predicate AS indpred, i.table_oid AS duckgres_number
FROM ${engine.indexes} i
LEFT JOIN (
  SELECT k.oid,
    list(CASE WHEN coalesce(c.atttypid, k.key_type, 25) IN (25, 1042, 1043) THEN 100 WHEN c.atttypid = 19 THEN 950 ELSE 0 END ORDER BY k.position) AS indcollation,
    list(coalesce(o.oid, d.oid, ${f.default_opclass}(coalesce(c.atttypid, k.key_type, 25))) ORDER BY k.position) AS indclass
  FROM (
    SELECT oid, table_oid, unnest(indkey[:key_count]) AS attnum, unnest(range(1, key_count + 1)) AS position,
      unnest(operator_classes) AS operator_class, unnest(key_types) AS key_type,
      ${f.method_oid}(method) AS am
    FROM ${engine.indexes}
  ) k
  LEFT JOIN ${engine.columns} c ON c.engine_oid = k.table_oid AND c.attnum = k.attnum
  LEFT JOIN ${static.pg_opclass} o ON o.opcname = k.operator_class AND o.opcmethod = k.am
  LEFT JOIN ${static.pg_opclass} d ON k.operator_class IS NULL AND k.am <> 403 AND d.opcmethod = k.am AND d.opcintype = c.atttypid AND d.opcdefault
  GROUP BY k.oid
) k ON k.oid = i.oid
