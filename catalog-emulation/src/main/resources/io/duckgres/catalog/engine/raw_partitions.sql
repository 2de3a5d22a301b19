-- Partitions of partitioned tables.
SELECT * FROM ${side}.partitions
