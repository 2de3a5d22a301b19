-- Check options of views and the columns that can be changed through them.
SELECT * FROM ${side}.view_options
