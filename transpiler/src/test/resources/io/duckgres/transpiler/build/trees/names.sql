SELECT a, "A b", t.a, s.t.a, db.s.t.a, t.*, s.t.*, *;
SELECT a[1], a[1][2], a[1:2], a[:2], a[1:], a[:], t.a[1].b, t.a[1].*, (a).b, (a).b.c, (a).*, (a.b).c[2];
SELECT Upper, ÄB, current, "select", year;
SELECT (SELECT 1).x, ((SELECT 1)).x, (f(1)).x, (f(1)).*, (ROW(1, 2)).f1, (ARRAY[1])[1];
