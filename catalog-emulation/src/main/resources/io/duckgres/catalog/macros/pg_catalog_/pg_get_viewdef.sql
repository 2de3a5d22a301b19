-- With a column at which lines are wrapped, or asked for by name, it is pretty unless told otherwise.
(view_oid) AS (${f.view_definition}(view_oid, false)),
(view_oid, pretty) AS (${f.view_definition}(view_oid, CASE WHEN typeof(pretty) = 'BOOLEAN' THEN CAST(pretty AS BOOLEAN) ELSE true END))
