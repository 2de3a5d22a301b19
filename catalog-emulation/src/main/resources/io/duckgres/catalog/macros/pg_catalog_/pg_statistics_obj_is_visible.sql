(object_oid, search_path) AS (CAST(NULL AS BOOLEAN))
