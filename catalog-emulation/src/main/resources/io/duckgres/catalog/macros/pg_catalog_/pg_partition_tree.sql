(arg_relation_oid) AS TABLE
-- There are no partitions.
SELECT CAST(arg_relation_oid AS BIGINT) AS relid, NULL::BIGINT AS parentrelid, true AS isleaf, 0 AS level WHERE false
