select 1
select id, n from t where id = 5 and n like 'a%' order by n desc limit 3
select count(*), sum(id), avg(f) from t group by n having count(*) > 1
select t.*, u.ts from t join u on t.id = u.t_id
select * from t join u using (id)
select 'a' || id, id/2, 7/2 from t
select $1::int + 1, $2 || 'x'
select * from t where id = any($1)
select * from t where id in (1,2,$1)
insert into t(id, n) values ($1, $2), (3, 'x') returning id, n
update t set n = upper(n), id = id + 1 where id between 1 and $1
delete from t using u where t.id = u.t_id
select nope from t
select t.nope from t
select * from nope
select id from t group by n
select 'abc'::int
select '5' + 3
select 'a' + 'b'
select date '2024-01-02' - date '2024-01-01', now()
with x as (select id, n from t) select * from x where id > 1
with recursive r(n) as (select 1 union all select n+1 from r where n < 5) select * from r
select 1 union select '2' order by 1
select g from generate_series(1,3) g
select generate_series(1,3)
select case when id > 1 then 'x' else n end from t
select (select max(id) from u where u.t_id = t.id) from t
select exists (select 1 from u), array(select id from t), arr[1], arr[1:2] from t
select '{1,2,3}'::int[], array[1,2]::text[]
select current_user, current_date, version(), pg_backend_pid()
select row_number() over (partition by n order by id), lag(id) over w from t window w as (order by id)
select distinct on (n) n, id from t order by n, id desc
values (1,'a'),(2,'b')
select true, null, 1.5, 'x'::varchar(3), 12345678901
select coalesce(id, 0), nullif(id, 1), greatest(1, 2.5) from t
select string_agg(n, ',' order by id) filter (where id > 1) from t
select * from t a, lateral (select * from u where u.t_id = a.id) b
select id from t order by id limit $1 offset $2
select (1,2) = (1,2), row(1,'a')
select n from t where n ~ 'x' or not (id = 1 and d is null)
select * exclude (a) from t
select avg(id), sum(v)/count(*), round(avg(v), 2), v*2, 1.5/3, 10/4.0 + 1 from t
select avg(id) a from t order by a
select avg(id) filter (where id>2) over (partition by n) from t
select sum(1.5*(1-0.1)) from t
select * from (select avg(id) x from t) q where x > 2
select round(2.567, 2), -(1/3.0), abs(avg(id)) from t
select (avg(id))::float8, avg(id)::int, avg(id)::numeric(10,2), avg(id)::text from t
select distinct avg(id) from t
