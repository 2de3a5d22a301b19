-- The position of a schema in the search path, NULL when it is not searched.
(search_path, nspname) AS (nullif(list_position(search_path, nspname), 0))
