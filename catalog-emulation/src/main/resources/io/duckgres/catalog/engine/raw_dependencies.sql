-- The relations and columns that views read.
SELECT * FROM ${side}.view_dependencies
