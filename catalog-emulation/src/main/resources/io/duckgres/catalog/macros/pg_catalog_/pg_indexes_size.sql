(relation_oid) AS (CASE WHEN relation_oid IS NOT NULL THEN 0::BIGINT END)
