-- A statement for each function, operator and cast of PostgreSQL's that can be called with NULLs of its types.
-- Those with arguments or results that are internal to the server can not.
WITH value AS (
  SELECT oid, typname,
    CASE typname
      WHEN 'any' THEN 'NULL::integer'
      WHEN 'anyelement' THEN 'NULL::integer'
      WHEN 'anynonarray' THEN 'NULL::integer'
      WHEN 'anycompatible' THEN 'NULL::integer'
      WHEN 'anycompatiblenonarray' THEN 'NULL::integer'
      WHEN 'anyarray' THEN 'NULL::integer[]'
      WHEN 'anycompatiblearray' THEN 'NULL::integer[]'
      WHEN 'anyrange' THEN 'NULL::int4range'
      WHEN 'anycompatiblerange' THEN 'NULL::int4range'
      WHEN 'anymultirange' THEN 'NULL::int4multirange'
      WHEN 'anycompatiblemultirange' THEN 'NULL::int4multirange'
      WHEN 'record' THEN 'ROW(NULL::integer, NULL::text)'
      ELSE 'NULL::' || format_type(oid, NULL)
    END AS text,
    typname = 'cstring' OR typname = 'internal' OR typname = 'anyenum' OR typname = 'pg_ddl_command'
      OR typname LIKE '%trigger' OR typname LIKE '%\_handler' AS internal
  FROM pg_type
),
argument AS (
  SELECT p.oid, u.position, v.typname, v.internal,
    CASE
      WHEN p.provariadic = 0 OR u.position < p.pronargs THEN v.text
      WHEN v.typname = 'any' THEN v.text || ', ' || v.text
      ELSE 'VARIADIC ' || v.text
    END AS text
  FROM pg_proc p
    CROSS JOIN LATERAL unnest(p.proargtypes) WITH ORDINALITY AS u(type, position)
    JOIN value v ON v.oid = u.type
),
arguments AS (
  SELECT oid, string_agg(typname, ',' ORDER BY position) AS types, bool_or(internal) AS internal,
    array_agg(text ORDER BY position) AS texts
  FROM argument GROUP BY oid
),
statement AS (
  SELECT 1 AS part, p.oid,
    CASE p.prokind WHEN 'a' THEN 'aggregate' WHEN 'w' THEN 'window' ELSE 'function' END AS kind,
    p.proname || '(' || coalesce(a.types, '') || ')' AS signature,
    'SELECT ' || quote_ident(p.proname) || '(' ||
    CASE
      WHEN g.aggkind IN ('o', 'h') THEN
        CASE WHEN a.types = 'any' THEN 'NULL::integer) WITHIN GROUP (ORDER BY NULL::integer)'
        ELSE array_to_string(a.texts[:g.aggnumdirectargs], ', ') || ') WITHIN GROUP (ORDER BY '
          || array_to_string(a.texts[g.aggnumdirectargs + 1:], ', ') || ')' END
      WHEN p.prokind = 'w' THEN coalesce(array_to_string(a.texts, ', '), '') || ') OVER ()'
      WHEN p.prokind = 'a' AND a.texts IS NULL THEN '*)'
      ELSE coalesce(array_to_string(a.texts, ', '), '') || ')'
    END AS text,
    r.internal OR coalesce(a.internal, false) AS internal
  FROM pg_proc p
    JOIN value r ON r.oid = p.prorettype
    LEFT JOIN arguments a ON a.oid = p.oid
    LEFT JOIN pg_aggregate g ON g.aggfnoid = p.oid
  WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.oid < 16384
  UNION ALL
  SELECT 2, o.oid, 'operator', o.oprname || '(' || coalesce(l.typname || ',', '') || r.typname || ')',
    'SELECT ' || coalesce(l.text || ' ', '') || 'OPERATOR(pg_catalog.' || o.oprname || ') ' || r.text,
    coalesce(l.internal, false) OR r.internal
  FROM pg_operator o LEFT JOIN value l ON l.oid = o.oprleft JOIN value r ON r.oid = o.oprright
  WHERE o.oid < 16384
  UNION ALL
  SELECT 3, c.oid, 'cast', 'cast(' || s.typname || ',' || t.typname || ')',
    'SELECT CAST(v AS ' || format_type(t.oid, NULL) || ') FROM (SELECT ' || s.text || ') AS q(v)', s.internal OR t.internal
  FROM pg_cast c JOIN value s ON s.oid = c.castsource JOIN value t ON t.oid = c.casttarget
  WHERE c.oid < 16384
)
SELECT kind, signature, text FROM statement WHERE NOT internal ORDER BY part, signature COLLATE "C", oid
