SELECT f(), f(1), s.f(1, 2), "F"(1), f(a => 1, b := 2), f(VARIADIC a), f(1, VARIADIC a);
SELECT count(*), count(ALL a), count(DISTINCT a), string_agg(a, ',' ORDER BY b DESC NULLS LAST), array_agg(DISTINCT a ORDER BY a USING <), count(*) FILTER (WHERE a > 1);
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a), mode() WITHIN GROUP (ORDER BY a) FILTER (WHERE b);
SELECT coalesce(a, b), nullif(a, b), greatest(a, b, c), least(a), grouping(a, b);
SELECT CURRENT_DATE, CURRENT_TIME, CURRENT_TIME(3), CURRENT_TIMESTAMP(0), LOCALTIME, LOCALTIMESTAMP(6), CURRENT_ROLE, CURRENT_USER, USER, SESSION_USER, SYSTEM_USER, CURRENT_CATALOG, CURRENT_SCHEMA, current_schema();
SELECT EXTRACT(year FROM a), EXTRACT(epoch FROM a), EXTRACT("Week" FROM a), EXTRACT('isodow' FROM a), date_part('year', a);
SELECT CASE WHEN a THEN 1 END, CASE a WHEN 1 THEN 'x' WHEN 2 THEN 'y' ELSE 'z' END;
SELECT ARRAY[1, 2], ARRAY[]::int[], ARRAY[[1, 2], [3, 4]], ARRAY(SELECT 1), ROW(1, 'a'), (1, 'a'), ROW();
SELECT TREAT(a AS int), json_object('{a,b}'), json_object('{a}', '{b}'), COLLATION FOR (a), left('abc', 1), abs(-1), pg_catalog.left('a', 1);
