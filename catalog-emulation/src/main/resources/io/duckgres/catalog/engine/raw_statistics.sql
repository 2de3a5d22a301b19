-- Statistics objects with the numbers that their OIDs are made from.
SELECT s.*, o.number FROM ${side}.statistics s
JOIN ${side}.objects o ON o.class = 'x' AND o.schema_name = s.schema_name AND o.object_name = s.statistics_name
