"""What Python programs do with psycopg 3; every line printed must be PostgreSQL's."""

import datetime
import decimal
import uuid

import psycopg
from psycopg.types.json import Jsonb


def show(title, value):
    print(f"{title}: {value!r}")


with psycopg.connect(autocommit=True) as connection:
    connection.execute("drop schema if exists psycopg_session cascade")
    connection.execute("create schema psycopg_session")
    connection.execute("set search_path = psycopg_session")
    show("status", connection.info.transaction_status.name)
    show("encoding", connection.info.encoding)

    connection.execute(
        "create table t (id int primary key, name text, amount numeric(10, 2), at timestamptz,"
        " day date, ok boolean, ref uuid, doc jsonb, tags text[], raw bytea)"
    )
    row = (
        1,
        "grüße",
        decimal.Decimal("12.34"),
        datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.timezone.utc),
        datetime.date(2024, 2, 29),
        True,
        uuid.UUID("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
        Jsonb({"a": [1, None]}),
        ["x", "y z", None],
        b"\x00\x01\xff",
    )
    connection.execute("insert into t values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)", row)
    for binary in (False, True):
        with connection.cursor(binary=binary) as cursor:
            cursor.execute("select * from t where id = %s", (1,))
            show("columns", [(c.name, c.type_code) for c in cursor.description])
            for value in cursor.fetchone():
                show("value", value)
            show("status", cursor.statusmessage)

    with connection.cursor() as cursor:
        cursor.executemany("insert into t (id, name) values (%s, %s)", [(i, f"n{i}") for i in range(2, 20)])
        show("rows", cursor.rowcount)
        cursor.execute("select id from t where id = any(%s) order by id", ([3, 5, 99],))
        show("any", cursor.fetchall())
        cursor.execute("select array[1, 2, null], array['a', 'b'], array[1.5]")
        show("arrays", cursor.fetchone())

    with connection.pipeline():
        results = [connection.execute("select %s::int + 1", (i,)) for i in range(5)]
    show("pipeline", [result.fetchone() for result in results])

    try:
        connection.execute("select no_such_column from t")
    except psycopg.errors.UndefinedColumn as error:
        show("error", (error.sqlstate, error.diag.message_primary, error.diag.statement_position))
    try:
        connection.execute("insert into t (id) values (1)")
    except psycopg.errors.UniqueViolation as error:
        show("error", error.sqlstate)

    try:
        with connection.transaction():
            connection.execute("insert into t (id) values (100)")
            raise psycopg.Rollback()
    except psycopg.Error as error:
        show("error", error.sqlstate)
    show("count", connection.execute("select count(*) from t where id = 100").fetchone())

    connection.execute("drop schema psycopg_session cascade")
