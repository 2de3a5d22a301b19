-- Functions written in SQL without quotes can't be created.
(oid) AS (CAST(NULL AS VARCHAR))
