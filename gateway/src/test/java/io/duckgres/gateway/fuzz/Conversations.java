package io.duckgres.gateway.fuzz;

import static io.duckgres.gateway.fuzz.Messages.bind;
import static io.duckgres.gateway.fuzz.Messages.close;
import static io.duckgres.gateway.fuzz.Messages.copyData;
import static io.duckgres.gateway.fuzz.Messages.copyDone;
import static io.duckgres.gateway.fuzz.Messages.copyFail;
import static io.duckgres.gateway.fuzz.Messages.describe;
import static io.duckgres.gateway.fuzz.Messages.execute;
import static io.duckgres.gateway.fuzz.Messages.flush;
import static io.duckgres.gateway.fuzz.Messages.functionCall;
import static io.duckgres.gateway.fuzz.Messages.int16;
import static io.duckgres.gateway.fuzz.Messages.int32;
import static io.duckgres.gateway.fuzz.Messages.of;
import static io.duckgres.gateway.fuzz.Messages.parse;
import static io.duckgres.gateway.fuzz.Messages.query;
import static io.duckgres.gateway.fuzz.Messages.sync;
import static io.duckgres.gateway.fuzz.Messages.terminate;

import java.util.List;

/** What well-behaved clients send; the seeds of all mischief. */
final class Conversations {
  /** What the conversations need. */
  static final List<String> SCHEMA =
      List.of(
          "create table numbers (a int primary key, b text)",
          "create table copied (a int, b text, c numeric(8,2))");

  private static final byte[] BINARY_COPY =
      Messages.join(
          "PGCOPY\n",
          0xff,
          "\r\n",
          0,
          int32(0),
          int32(0),
          int16(3),
          int32(4),
          int32(7),
          int32(1),
          "x",
          int32(-1),
          int16(-1));

  static final List<List<byte[]>> ALL =
      List.of(
          List.of(query("select 1; select 'two'; select now()")),
          List.of(query("select * from generate_series(1, 3000)")),
          List.of(query("insert into numbers values (1, 'one') on conflict do nothing")),
          List.of(query("begin"), query("update numbers set b = b || '!'"), query("rollback")),
          List.of(query("begin"), query("select 1/0"), query("select 1"), query("commit")),
          List.of(
              query("begin"),
              query("savepoint a"),
              query("insert into numbers values (2, 'two')"),
              query("rollback to a"),
              query("release a"),
              query("rollback")),
          List.of(
              parse("", "select $1::int + 1"),
              bind("", "", "41"),
              describe('P', ""),
              execute("", 0),
              sync()),
          List.of(
              parse("s", "select a, b from numbers where a > $1"),
              describe('S', "s"),
              sync(),
              bind("p", "s", "0"),
              execute("p", 1),
              execute("p", 1),
              close('P', "p"),
              close('S', "s"),
              sync()),
          List.of(
              parse("g", "select * from generate_series(1, 10000)"),
              bind("one", "g"),
              bind("two", "g"),
              execute("one", 10),
              execute("two", 20),
              flush(),
              execute("one", 10),
              execute("two", 0),
              sync()),
          List.of(
              parse("i", "insert into numbers values ($1, $2) on conflict do nothing"),
              bind("", "i", "10", "ten"),
              execute("", 0),
              bind("", "i", "11", null),
              execute("", 0),
              bind("", "i", "x", "not a number"),
              execute("", 0),
              sync()),
          List.of(
              query("copy copied from stdin"),
              copyData("1\tone\t1.5\n2\tt"),
              copyData("wo\t\\N\n"),
              copyDone()),
          List.of(
              query("copy copied (a, b) from stdin (format csv, header)"),
              copyData("a,b\n1,\"x\ny\"\n"),
              copyData("2,z\n"),
              copyFail("changed my mind")),
          List.of(
              query("copy copied from stdin (format binary)"), of('d', BINARY_COPY), copyDone()),
          List.of(
              parse("", "copy copied from stdin"),
              bind("", ""),
              execute("", 0),
              copyData("1\tone\t1.5\n"),
              copyDone(),
              sync()),
          List.of(query("copy (select i, i::text from generate_series(1, 2000) i) to stdout")),
          List.of(query("copy numbers to stdout (format binary)")),
          List.of(
              query("begin; declare c scroll cursor with hold for select generate_series(1, 5000)"),
              query("fetch 10 from c"),
              query("fetch backward 5 from c"),
              query("commit"),
              query("move forward all from c"),
              query("close c")),
          List.of(query("listen news"), query("notify news, 'payload'"), query("unlisten *")),
          List.of(
              query("prepare q (int) as select $1 + 1"),
              query("execute q(1)"),
              query("deallocate all")),
          List.of(query("set statement_timeout = '5s'"), query("show all"), query("reset all")),
          List.of(functionCall()),
          List.of(query("select repeat('x', 300000)")),
          List.of(sync(), sync(), flush(), sync()),
          List.of(query("create temp table scratch (a int)"), query("drop table scratch")),
          List.of(terminate()));

  private Conversations() {}
}
