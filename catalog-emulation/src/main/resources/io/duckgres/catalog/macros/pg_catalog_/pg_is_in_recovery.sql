() AS (false)
