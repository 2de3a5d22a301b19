(view_oid) AS (${f.view_definition}(view_oid)),
(view_oid, pretty) AS (${f.view_definition}(view_oid))
