-- There are no such objects, so none can be meant.
(object_oid) AS (CAST(NULL AS VARCHAR))
