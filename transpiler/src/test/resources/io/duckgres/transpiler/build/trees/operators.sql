SELECT a + b * c - d / e % f ^ g;
SELECT a < b, a > b, a = b, a <= b, a >= b, a <> b, a != b;
SELECT a || b || c, a -> 'x' ->> 'y', a @> b, !! a, @ -5, |/ a, ~ a;
SELECT a OPERATOR(pg_catalog.+) b, a OPERATOR(s.@@) b, OPERATOR(s.-) a, a OPERATOR(+) b;
SELECT a AND b AND c, a OR b OR c AND d, (a AND b) AND c, a AND (b AND c), NOT a, NOT NOT a AND b;
SELECT a::int + 1, -a::int, a COLLATE "C" || b, a COLLATE pg_catalog."C", a AT TIME ZONE 'UTC', a AT LOCAL;
SELECT (a), ((a)), (a + b) * c;
