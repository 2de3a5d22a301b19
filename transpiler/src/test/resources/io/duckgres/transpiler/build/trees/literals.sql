SELECT 1, 2147483647, 2147483648, 9223372036854775808, 1.50, .5, 1e10, 0x1F, 0o17, 0b101, 1_000;
SELECT -1, - 1, -2147483648, -9223372036854775808, -1.5, - -1, -(1), -0, -0.0, +1, - +1, -a, -'1';
SELECT 'a', 'it''s', E'a\nb', $$dollar$$, U&'d\0061ta', 'a'
  'b', N'n';
SELECT B'101', b'', X'1fA', x'';
SELECT TRUE, FALSE, NULL;
SELECT $1, $2, ($1).f, $1[1];
SELECT date '2024-01-01', pg_catalog.date '2024-01-01', numeric(3, 1) '1.5', varchar(3) 'abc', "my type" 'x';
SELECT integer '1', char 'ab', char(2) 'ab', bit '101', bit(2) '10', timestamp(3) with time zone '2024-01-01', json '{}', float(10) '1', double precision '1';
SELECT interval '1' day, interval '1-2' year to month, interval '1' second(3), interval '1' day to second(2), interval(4) '1', interval '1';
SELECT f(1, 2) 'x', f.g(1) 'y';
