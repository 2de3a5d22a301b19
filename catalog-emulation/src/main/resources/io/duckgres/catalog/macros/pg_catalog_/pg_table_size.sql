(relation_oid) AS (${f.table_bytes}(relation_oid))
