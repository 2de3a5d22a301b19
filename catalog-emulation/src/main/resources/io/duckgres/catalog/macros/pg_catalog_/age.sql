-- The age of a transaction number; those below 3 are older than all. Source: src/backend/utils/adt/xid.c.
(xid) AS (CASE WHEN xid < 3 THEN 2147483647 ELSE CAST(txid_current() - xid AS INTEGER) END)
