-- The engine counts no accesses: only the number of live rows is known.
SELECT c.oid AS relid, n.nspname AS schemaname, c.relname, 0 AS seq_scan, NULL AS last_seq_scan, 0 AS seq_tup_read,
  0 AS idx_scan, NULL AS last_idx_scan, 0 AS idx_tup_fetch, 0 AS n_tup_ins, 0 AS n_tup_upd, 0 AS n_tup_del, 0 AS n_tup_hot_upd,
  0 AS n_tup_newpage_upd, greatest(c.reltuples, 0) AS n_live_tup, 0 AS n_dead_tup, 0 AS n_mod_since_analyze, 0 AS n_ins_since_vacuum,
  NULL AS last_vacuum, NULL AS last_autovacuum, NULL AS last_analyze, NULL AS last_autoanalyze, 0 AS vacuum_count,
  0 AS autovacuum_count, 0 AS analyze_count, 0 AS autoanalyze_count
FROM ${pg_class} c
LEFT JOIN ${pg_namespace} n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 't', 'm', 'p')
