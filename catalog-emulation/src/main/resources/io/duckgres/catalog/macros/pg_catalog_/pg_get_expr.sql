(node, relation_oid) AS (${f.shown}(node, false)), (node, relation_oid, pretty) AS (${f.shown}(node, pretty))
