SELECT oid AS inhrelid, parent_oid AS inhparent, 1 AS inhseqno, false AS inhdetachpending FROM ${engine.partitions}
