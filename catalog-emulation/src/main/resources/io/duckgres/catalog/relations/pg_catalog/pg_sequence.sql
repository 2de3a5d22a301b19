SELECT oid AS seqrelid, type_oid AS seqtypid, start_value AS seqstart, increment_by AS seqincrement, max_value AS seqmax,
  min_value AS seqmin, 1 AS seqcache, cycle AS seqcycle
FROM ${engine.sequences}
