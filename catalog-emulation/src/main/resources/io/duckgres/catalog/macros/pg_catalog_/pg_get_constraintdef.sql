(constraint_oid) AS (${f.constraint_definition}(constraint_oid, false)),
(constraint_oid, pretty) AS (${f.constraint_definition}(constraint_oid, pretty))
