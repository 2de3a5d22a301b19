(relation_oid) AS (${f.table_bytes}(relation_oid)),
(relation_oid, fork) AS (CASE WHEN fork = 'main' THEN ${f.table_bytes}(relation_oid) ELSE 0 END)
