(arg_relation_oid) AS TABLE
-- There are no partitions.
SELECT CAST(arg_relation_oid AS BIGINT) AS relid WHERE false
