-- The OID of an index' access method.
(method) AS (CASE method WHEN 'btree' THEN 403 WHEN 'hash' THEN 405 WHEN 'gist' THEN 783 WHEN 'gin' THEN 2742 WHEN 'spgist' THEN 4000 ELSE 3580 END)
