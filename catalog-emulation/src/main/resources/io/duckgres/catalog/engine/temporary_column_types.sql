-- What is recorded of columns of the session's temporary tables; see TemporaryColumns.
SELECT * FROM ${side}.column_types
