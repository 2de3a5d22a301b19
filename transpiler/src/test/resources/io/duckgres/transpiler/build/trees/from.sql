SELECT * FROM a, s.b, db.s.c AS x, d y (p, q), ONLY e, ONLY (f) AS z, g *;
SELECT * FROM a JOIN b ON a.x = b.x LEFT JOIN c USING (x, y) AS u CROSS JOIN d NATURAL FULL OUTER JOIN e RIGHT JOIN f ON true;
SELECT * FROM a JOIN b JOIN c ON 1 ON 2;
SELECT * FROM (a JOIN b ON 1) AS j (x, y), (a CROSS JOIN b), ((a NATURAL JOIN b)) AS k;
SELECT * FROM (SELECT 1) AS q (x), LATERAL (SELECT 2) r, (VALUES (1)) v (a), (SELECT 3);
SELECT * FROM f(1), s.f(1, 2) AS x (a, b), f() WITH ORDINALITY AS x (a, o), LATERAL g(a) y, f() AS (a int, b text[]), f() AS x (a int);
SELECT * FROM ROWS FROM (f(1), g(2) AS (a int)) WITH ORDINALITY AS x (a, b), LATERAL ROWS FROM (h()) AS y (c int);
SELECT * FROM current_date AS d, coalesce(1, 2) AS c, CAST(1 AS int) x, generate_series(1, 3) WITH ORDINALITY;
SELECT * FROM t TABLESAMPLE bernoulli (10), t AS x TABLESAMPLE s.system (1 + 1) REPEATABLE (42);
