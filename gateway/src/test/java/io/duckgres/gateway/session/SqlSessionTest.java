package io.duckgres.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.gateway.auth.AuthenticationMethod;
import io.duckgres.gateway.engine.BareCatalog;
import io.duckgres.gateway.engine.EngineConfiguration;
import io.duckgres.gateway.engine.EngineRegistry;
import io.duckgres.gateway.server.RawClient;
import io.duckgres.gateway.server.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives sessions over the wire; what PostgreSQL answers is proven by the wire scripts. */
class SqlSessionTest {
  @TempDir static Path directory;
  private static EngineRegistry engines;
  private static TestServer server;

  private SessionClient client;

  @BeforeAll
  static void start() throws IOException {
    engines = new EngineRegistry(EngineConfiguration.in(directory), BareCatalog.INSTALLER);
    SessionServices services =
        new SessionServices(
            new TestTranspiler(), engines::engineOf, "PostgreSQL 17", Instant.EPOCH);
    server =
        new TestServer(directory, AuthenticationMethod.PASSWORD, new SqlSessionFactory(services));
  }

  @AfterAll
  static void stop() {
    server.close();
    engines.close();
  }

  @BeforeEach
  void connect() throws IOException {
    client = new SessionClient(server.port());
    client.query("drop table if exists t").answer();
  }

  @AfterEach
  void disconnect() throws IOException {
    client.close();
  }

  @Test
  void answersAQuery() throws IOException {
    assertThat(client.query("select 1").answer())
        .containsExactly("columns a", "row 1", "SELECT 1", "I");
  }

  @Test
  void answersAnEmptyQuery() throws IOException {
    assertThat(client.query(" ;; ").answer()).containsExactly("I", "I");
  }

  @Test
  void runsSeveralStatementsAsOneTransaction() throws IOException {
    client.query("create table t (a int)").answer();

    assertThat(
            client.query("insert into t values (1); insert into t values (2); select x").answer())
        .startsWith("INSERT 0 1", "INSERT 0 1")
        .hasSize(4)
        .endsWith("I");
    assertThat(client.query("select count(*)::int from t").answer()).contains("row 0");
  }

  @Test
  void keepsABlockOpenThatBeginsAmongStatements() throws IOException {
    client.query("create table t (a int)").answer();

    assertThat(client.query("insert into t values (1); BEGIN; insert into t values (2)").answer())
        .containsExactly("INSERT 0 1", "BEGIN", "INSERT 0 1", "T");
    assertThat(client.query("ROLLBACK").answer()).containsExactly("ROLLBACK", "I");
    assertThat(client.query("select count(*)::int from t").answer()).contains("row 0");
  }

  @Test
  void warnsWhenCommitStandsAmongStatements() throws IOException {
    client.query("create table t (a int)").answer();

    assertThat(client.query("insert into t values (1); COMMIT; select x").answer())
        .startsWith("INSERT 0 1", "25P01 there is no transaction in progress", "COMMIT");
    assertThat(client.query("select count(*)::int from t").answer()).contains("row 1");
  }

  @Test
  void runsNothingWhenOneStatementCannotBeParsed() throws IOException {
    client.query("create table t (a int)").answer();

    assertThat(client.query("insert into t values (1); selec 2").answer())
        .containsExactly("42601 syntax error at or near \"selec\" at 27", "I");
    assertThat(client.query("select count(*)::int from t").answer()).contains("row 0");
  }

  @Test
  void refusesStatementsInAFailedTransaction() throws IOException {
    assertThat(client.query("BEGIN").answer()).containsExactly("BEGIN", "T");
    assertThat(client.query("selec").answer()).endsWith("E");
    assertThat(client.query("select 1").answer())
        .containsExactly(
            "25P02 current transaction is aborted, commands ignored until end of transaction"
                + " block",
            "E");
    assertThat(client.parse("", "select 1").sync().answer()).first().asString().startsWith("25P02");
    assertThat(client.parse("", "").sync().answer()).containsExactly("1", "E");
    assertThat(client.query("COMMIT").answer()).containsExactly("ROLLBACK", "I");
  }

  @Test
  void refusesWritesInAReadOnlyTransaction() throws IOException {
    assertThat(client.query("BEGIN READ ONLY; create table t (a int)").answer())
        .containsExactly(
            "BEGIN", "25006 cannot execute CREATE TABLE in a read-only transaction", "E");
    client.query("ROLLBACK").answer();
    assertThat(client.query("create table t (a int)").answer())
        .containsExactly("CREATE TABLE", "I");
  }

  @Test
  void preparesBindsDescribesAndExecutes() throws IOException {
    client.parse("s", "select $1::int").describe('S', "s").bind("", "s", "42");
    assertThat(client.describe('P', "").execute("", 0).sync().answer())
        .containsExactly(
            "1", "parameters 1", "columns a", "2", "columns a", "row 42", "SELECT 1", "I");
  }

  @Test
  void skipsAllUntilSyncAfterAnError() throws IOException {
    client.parse("", "selec").parse("never", "select 1").query("select 1").sync();
    assertThat(client.answer())
        .containsExactly("42601 syntax error at or near \"selec\" at 1", "I");
    assertThat(client.bind("", "never").sync().answer())
        .containsExactly("26000 prepared statement \"never\" does not exist", "I");
  }

  @Test
  void makesOneTransactionOfWhatComesBeforeSync() throws IOException {
    client.query("create table t (a int)").answer();
    client.parse("i", "insert into t values ($1)").bind("", "i", "1").execute("", 0);
    client.bind("", "i", "2").execute("", 0).parse("", "selec").sync();
    assertThat(client.answer()).startsWith("1", "2", "INSERT 0 1", "2", "INSERT 0 1").endsWith("I");
    assertThat(client.query("select count(*)::int from t").answer()).contains("row 0");

    client.bind("", "i", "1").execute("", 0).bind("", "i", "2").execute("", 0).sync().answer();
    assertThat(client.query("select count(*)::int from t").answer()).contains("row 2");
  }

  @Test
  void suspendsAndResumesPortals() throws IOException {
    client.parse("", "select range::int from range(1, 6)").bind("", "");
    client.execute("", 2).execute("", 2).execute("", 2).execute("", 2).sync();
    assertThat(client.answer())
        .containsExactly(
            "1",
            "2",
            "row 1",
            "row 2",
            "s",
            "row 3",
            "row 4",
            "s",
            "row 5",
            "SELECT 1",
            "SELECT 0",
            "I");
    assertThat(client.execute("", 1).sync().answer())
        .containsExactly("34000 portal \"\" does not exist", "I");
  }

  @Test
  void keepsSuspendedPortalsAcrossOtherStatements() throws IOException {
    client.query("BEGIN").answer();
    client.parse("s", "select range::int from range(1, 100001)").bind("p", "s").execute("p", 1);
    assertThat(client.sync().answer()).containsExactly("1", "2", "row 1", "s", "T");
    assertThat(client.query("create table t (a int); select 7").answer())
        .contains("CREATE TABLE", "row 7");
    assertThat(client.execute("p", 2).sync().answer()).containsExactly("row 2", "row 3", "s", "T");
    List<String> rest = client.execute("p", 0).sync().answer();
    assertThat(rest).hasSize(99_997 + 2).contains("row 100000").endsWith("SELECT 99997", "T");
    client.query("ROLLBACK").answer();
    assertThat(client.execute("p", 0).sync().answer())
        .containsExactly("34000 portal \"p\" does not exist", "I");
  }

  @Test
  void spoolsManyRowsToDisk() throws IOException {
    client.query("BEGIN").answer();
    client.parse("s", "select repeat('x', 1000) from range(30000)").bind("p", "s");
    client.execute("p", 1).sync().answer();
    client.query("select 1").answer();

    List<String> rest = client.execute("p", 0).sync().answer();
    assertThat(rest).hasSize(29_999 + 2).endsWith("SELECT 29999", "T");
    assertThat(rest.get(29_998)).isEqualTo("row " + rest.get(0).substring(4));
  }

  @Test
  void refusesNamesThatAreTaken() throws IOException {
    client.query("BEGIN").answer();
    client.parse("s", "select 1").bind("p", "s").sync().answer();
    assertThat(client.parse("s", "select 1").sync().answer())
        .containsExactly("42P05 prepared statement \"s\" already exists", "E");
    client.query("ROLLBACK").answer();
    client.query("BEGIN").answer();
    client.bind("p", "s").sync().answer();
    assertThat(client.bind("p", "s").sync().answer())
        .containsExactly("42P03 cursor \"p\" already exists", "E");
    client.query("ROLLBACK").answer();
    client.close('S', "s").close('S', "none").sync();
    assertThat(client.answer()).containsExactly("3", "3", "I");
    assertThat(client.parse("s", "select 1").sync().answer()).containsExactly("1", "I");
  }

  @Test
  void refusesToRunACommandTwice() throws IOException {
    client.query("create table t (a int)").answer();
    client.parse("", "insert into t values (1)").bind("", "").execute("", 0).execute("", 0);
    assertThat(client.sync().answer())
        .containsExactly("1", "2", "INSERT 0 1", "55000 portal \"\" cannot be run", "I");
    assertThat(client.query("select count(*)::int from t").answer()).contains("row 0");
  }

  @Test
  void runsReturningToItsEnd() throws IOException {
    client.query("create table t (a int)").answer();
    client.parse("", "insert into t values (1), (2), (3) returning a").bind("", "");
    assertThat(client.execute("", 1).sync().answer()).containsExactly("1", "2", "row 1", "s", "I");
    assertThat(client.query("select count(*)::int from t").answer()).contains("row 3");
  }

  @Test
  void reportsBindErrors() throws IOException {
    client.parse("s", "select $1::int").sync().answer();
    assertThat(client.bind("", "s").sync().answer())
        .containsExactly(
            "08P01 bind message supplies 0 parameters, but prepared statement \"s\" requires 1",
            "I");
    assertThat(client.bind("", "s", "x").sync().answer())
        .containsExactly("22P02 invalid input syntax for type integer: \"x\"", "I");
    assertThat(client.parse("", "select 1; select 2").sync().answer())
        .containsExactly("42601 cannot insert multiple commands into a prepared statement", "I");
  }

  @Test
  void reportsChangedSettings() throws IOException {
    assertThat(client.query("SET application_name = one").answer())
        .containsExactly("SET", "application_name=one", "I");
    assertThat(client.query("SET application_name = one").answer()).containsExactly("SET", "I");
    assertThat(client.query("BEGIN; SETLOCAL application_name = two").answer())
        .containsExactly("BEGIN", "SET", "application_name=two", "T");
    assertThat(client.query("COMMIT").answer())
        .containsExactly("COMMIT", "application_name=one", "I");
    assertThat(client.query("BEGIN; SET application_name = three").answer()).endsWith("T");
    assertThat(client.query("ROLLBACK").answer())
        .containsExactly("ROLLBACK", "application_name=one", "I");
    assertThat(client.query("SHOW application_name").answer())
        .containsExactly("columns application_name", "row one", "SHOW", "I");
    assertThat(client.query("SETLOCAL application_name = x").answer())
        .containsExactly("25P01 SET LOCAL can only be used in transaction blocks", "SET", "I");
  }

  @Test
  void preparesAndExecutesInSql() throws IOException {
    assertThat(client.query("PREPARE p AS select $1::int + 1").answer())
        .containsExactly("PREPARE", "I");
    assertThat(client.query("EXECUTE p 41").answer())
        .containsExactly("columns a", "row 42", "SELECT 1", "I");
    assertThat(client.bind("", "p", "1").execute("", 0).sync().answer())
        .containsExactly("2", "row 2", "SELECT 1", "I");
    assertThat(client.query("DEALLOCATE p").answer()).containsExactly("DEALLOCATE", "I");
    assertThat(client.query("EXECUTE p 1").answer())
        .containsExactly("26000 prepared statement \"p\" does not exist", "I");
  }

  @Test
  void passesOnWhatOnlyTheEngineParses() throws IOException {
    assertThat(client.query("from range(2)").answer())
        .containsExactly("columns range", "row 0", "row 1", "SELECT 2", "I");
    assertThat(client.query("EXPLAIN select 1").answer()).contains("columns QUERY PLAN", "EXPLAIN");
  }

  @Test
  void discardsAll() throws IOException {
    client.query("create temp table t (a int)").answer();
    client.parse("s", "select 1").sync().answer();
    assertThat(client.query("DISCARD ALL").answer()).containsExactly("DISCARD ALL", "I");
    assertThat(client.bind("", "s").sync().answer()).first().asString().startsWith("26000");
    assertThat(client.query("create temp table t (a int)").answer())
        .containsExactly("CREATE TEMP", "I");
    assertThat(client.query("BEGIN; DISCARD ALL").answer())
        .contains("25001 DISCARD ALL cannot run inside a transaction block");
  }

  @Test
  void refusesFunctionCallsAndGoesOn() throws IOException {
    assertThat(client.send('F', "\0\0\0\1\0\0\0\0\0\0").answer())
        .containsExactly("0A000 the function call protocol is not supported", "I");
    assertThat(client.send('d', "x").send('c', "").query("select 1").answer()).contains("SELECT 1");
  }

  @Test
  void reportsMalformedMessagesAndGoesOn() throws IOException {
    assertThat(client.send('Q', "select 1").answer())
        .containsExactly("08P01 invalid string in message", "I");
    assertThat(client.send('D', "X\0").parse("", "select 1").sync().answer())
        .containsExactly("08P01 invalid DESCRIBE message subtype 88", "I");
  }

  @Test
  void cancelsARunningQuery() throws Exception {
    client.query("select sum(a.range + b.range)::int from range(10000000) a, range(1000000) b");
    // A request that comes before the query runs is lost, so it is repeated.
    AtomicBoolean answered = new AtomicBoolean();
    Thread canceller = new Thread(() -> cancelUntil(answered));
    canceller.start();
    List<String> answer = client.answer();
    answered.set(true);
    canceller.join();
    assertThat(answer).containsExactly("57014 canceling statement due to user request", "I");
    assertThat(client.query("select 1").answer()).contains("row 1");
  }

  private void cancelUntil(AtomicBoolean answered) {
    while (!answered.get()) {
      try (RawClient other = new RawClient(server.port())) {
        other.send(RawClient.packet(RawClient.CANCEL_REQUEST, client.key()));
        other.readToEnd();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void cancelsAResultThatStreams() throws Exception {
    client.query("select range::int from range(500000000)");
    assertThat(client.next()).isEqualTo("columns a");
    try (RawClient other = new RawClient(server.port())) {
      other.send(RawClient.packet(RawClient.CANCEL_REQUEST, client.key()));
    }
    String message = client.next();
    while (message.startsWith("row")) {
      message = client.next();
    }
    assertThat(message).isEqualTo("57014 canceling statement due to user request");
    assertThat(client.next()).isEqualTo("I");
  }

  @Test
  void freesEverythingWhenTheClientGoesAway() throws Exception {
    try (SessionClient other = new SessionClient(server.port())) {
      other.query("BEGIN; create table t (a int)").answer();
      other.query("select range::int from range(500000000)");
      other.next();
    }
    // The table that the other client's transaction made is gone with it, and its name is free
    // again as soon as its session has ended.
    List<String> answer;
    do {
      answer = client.query("create table t (a int)").answer();
    } while (!answer.contains("CREATE TABLE"));
    assertThat(answer).containsExactly("CREATE TABLE", "I");
  }
}
