-- What a newcomer types.
create schema psql_session;
set search_path = psql_session;
create table city (id int primary key, name varchar(30) not null, area numeric(8, 2), founded date);
create table visit (city int, at timestamptz, note text);
insert into city values (1, 'Berlin', 891.12, '1237-10-28'), (2, 'Tokyo', 2194.07, null), (3, 'Lima', null, '1535-01-18');
insert into visit values (1, '2024-05-06 07:08:09+00', 'spring'), (3, '2024-12-24 20:00:00+00', null);
select c.name, v.at, v.note from city c left join visit v on v.city = c.id order by c.id;
select count(*), round(avg(area), 2) as mean from city;
update city set area = 2672 where id = 3 returning name, area;
\dt
\d city
\x on
select * from city order by id limit 1;
\x off
\echo :ENCODING
select 1/0;
select no_such_column from city;
begin;
select 1;
selec;
select 1;
rollback;
\gset
prepare p as select name from city where id = $1;
execute p(2);
\set n 3
select name from city where id = :n;
select 'a' as x, 1 as y \gset
select :'x', :y;
drop table visit, city;
drop schema psql_session;
