-- There are no multixacts: the next one has number 1.
(xid) AS (CASE WHEN xid = 0 THEN 2147483647 ELSE CAST(1 - xid AS INTEGER) END)
