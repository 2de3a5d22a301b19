(constraint_oid, search_path) AS (${f.constraint_definition}(constraint_oid, false, search_path)),
(constraint_oid, pretty, search_path) AS (${f.constraint_definition}(constraint_oid, pretty, search_path))
