(node, relation_oid) AS (node), (node, relation_oid, pretty) AS (node)
