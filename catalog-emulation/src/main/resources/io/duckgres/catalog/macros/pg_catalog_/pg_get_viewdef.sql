-- With a column at which lines are wrapped, or asked for by name, it is pretty unless told otherwise.
(arg_view) AS (${f.view_definition}(arg_view, false)),
(arg_view, arg_pretty) AS (${f.view_definition}(arg_view, CASE WHEN typeof(arg_pretty) = 'BOOLEAN' THEN CAST(arg_pretty AS BOOLEAN) ELSE true END))
