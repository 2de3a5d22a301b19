SELECT a::int, a::integer, a::smallint, a::bigint, a::real, a::float, a::float(24), a::float(25), a::double precision, a::boolean, a::json;
SELECT a::decimal, a::dec(3), a::numeric(10, 2), a::numeric(5, -2), a::bit, a::bit(3), a::bit varying, a::bit varying(4);
SELECT a::char, a::char(3), a::character varying, a::character varying(3), a::varchar, a::varchar(3), a::nchar, a::national character varying(2), a::bpchar, a::"char";
SELECT a::timestamp, a::timestamp(3), a::timestamp with time zone, a::timestamp(3) with time zone, a::timestamp without time zone, a::time, a::time(2) with time zone;
SELECT a::interval, a::interval(3), a::interval year, a::interval month, a::interval year to month, a::interval day, a::interval day to hour, a::interval day to minute, a::interval day to second, a::interval hour to minute, a::interval hour to second(6), a::interval minute to second, a::interval minute, a::interval hour, a::interval second;
SELECT a::text, a::public.mood, a::db.public.mood, a::text[], a::int[3][3], a::int array, a::int array[4], a::setof int, a::geometry(point, 4326), a::"Mixed";
SELECT CAST(a AS text), CAST(1 + 2 AS numeric(3)), a::int::text, (a::int)[1];
