-- pg_attribute with the numbers of the relations.
SELECT a.*, CASE WHEN a.attrelid >= 16384 THEN (a.attrelid - 16384) // 4 END AS duckgres_number FROM ${pg_attribute} a
