-- How tables are divided into partitions.
SELECT * FROM ${side}.partitioned_tables
