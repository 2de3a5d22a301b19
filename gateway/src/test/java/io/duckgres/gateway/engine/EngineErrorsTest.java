package io.duckgres.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duckgres.pgtype.PgException;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DuckDB's own errors as clients see them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineErrorsTest {
  @TempDir static Path directory;
  private EngineRegistry registry;
  private EngineSession session;

  @BeforeAll
  void open() {
    registry = new EngineRegistry(EngineConfiguration.in(directory), BareCatalog.INSTALLER);
    session = registry.engineOf("alice").openSession();
    for (String statement :
        List.of(
            "CREATE TABLE t(id INTEGER PRIMARY KEY, n INTEGER NOT NULL, c INTEGER CHECK (c > 0),"
                + " u VARCHAR UNIQUE)",
            "CREATE TABLE two(a INTEGER, b VARCHAR, PRIMARY KEY (a, b))",
            "CREATE TABLE child(id INTEGER REFERENCES t(id))",
            "CREATE TYPE mood AS ENUM ('sad')",
            "CREATE SEQUENCE s",
            "INSERT INTO t VALUES (1, 1, 1, 'a')",
            "INSERT INTO two VALUES (1, 'x: y, z')",
            "INSERT INTO child VALUES (1)")) {
      run(session, statement);
    }
  }

  @AfterAll
  void close() {
    session.close();
    registry.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM nope|42P01|relation \"nope\" does not exist|15",
        "SELECT 'é', nope FROM t|42703|column \"nope\" does not exist|13",
        "SELECT t.nope FROM t|42703|column t.nope does not exist|8",
        "SELECT x.id FROM t|42P01|missing FROM-clause entry for table \"x\"|8",
        "SELECT id FROM t, child|42702|column reference \"id\" is ambiguous|8",
        "INSERT INTO t(zz) VALUES (1)|42703|column \"zz\" of relation \"t\" does not exist|0",
        "SELECT nope(1)|42883|function nope does not exist|8",
        "SELECT abs('a', 2)|42883|function abs(unknown, integer) does not exist|8",
        "CREATE TABLE t(a INTEGER)|42P07|relation \"t\" already exists|0",
        "CREATE SCHEMA main|42P06|schema \"main\" already exists|0",
        "CREATE TYPE mood AS ENUM ('x')|42710|type \"mood\" already exists|0",
        "CREATE SEQUENCE s|42P07|relation \"s\" already exists|0",
        "DROP TABLE nope|42P01|relation \"nope\" does not exist|0",
        "DROP SCHEMA nope|3F000|schema \"nope\" does not exist|0",
        "DROP VIEW t|42809|\"t\" is not a view|0",
        "INSERT INTO t VALUES (1, 1, 1, 'b')|23505|duplicate key value violates unique"
            + " constraint|0",
        "INSERT INTO t VALUES (2, NULL, 1, 'b')|23502|null value in column \"n\" of relation \"t\""
            + " violates not-null constraint|0",
        "INSERT INTO t VALUES (2, 1, 0, 'b')|23514|new row for relation \"t\" violates check"
            + " constraint|0",
        "INSERT INTO child VALUES (9)|23503|insert or update on table violates foreign key"
            + " constraint|0",
        "DELETE FROM t WHERE id = 1|23503|update or delete on table violates foreign key"
            + " constraint on another table|0",
        "SELECT 'x'::INTEGER|22P02|invalid input syntax for type integer: \"x\"|11",
        "SELECT 'x'::DOUBLE|22P02|invalid input syntax for type double precision: \"x\"|11",
        "SELECT 'x'::DECIMAL(10,2)|22P02|invalid input syntax for type numeric: \"x\"|11",
        "SELECT 'x'::UUID|22P02|invalid input syntax for type uuid: \"x\"|11",
        "SELECT 'x'::mood|22P02|invalid input value for enum: \"x\"|11",
        "SELECT 'x'::DATE|22007|invalid input syntax for type date: \"x\"|11",
        "SELECT '2020-13-01'::DATE|22008|date/time field value out of range: \"2020-13-01\"|20",
        "SELECT 3000000000::INTEGER|22003|integer out of range|0",
        "SELECT 2147483647::INTEGER + 1::INTEGER|22003|integer out of range|0",
        "SELECT 9223372036854775807 + 1|22003|bigint out of range|0",
        "SELECT 99999::DECIMAL(4,2)|22003|numeric field overflow|0",
        "SELECT ln(0)|2201E|cannot take logarithm of zero|0",
        "SELECT sqrt(-1)|2201F|cannot take square root of a negative number|0",
        "SELECT (SELECT i FROM range(3) r(i))|21000|more than one row returned by a subquery used"
            + " as an expression|0",
        "SELECT id, count(*) FROM t|42803|column \"id\" must appear in the GROUP BY clause or be"
            + " used in an aggregate function|8",
        "SELECT 1 UNION SELECT 1, 2|42601|each set-operation query must have the same number of"
            + " columns|0",
        "selec 1|42601|syntax error at or near \"selec\"|1",
        "COMMIT|25P01|there is no transaction in progress|0",
        "SELECT [1]::INTEGER|42846|cannot cast type integer[] to integer|11",
        "SELECT * FROM t FOR UPDATE|42601|SELECT locking clause is not supported!|0",
        "SELECT error('boom')|22023|boom|0",
      })
  void becomePostgresErrors(String sql, String state, String message, int position) {
    PgException error = failure(session, sql);
    assertThat(error.getMessage()).isEqualTo(message);
    assertThat(error.state().code()).isEqualTo(state);
    assertThat(error.position()).isEqualTo(position);
  }

  @Test
  void detailNamesTheKey() {
    assertThat(failure(session, "INSERT INTO t VALUES (1, 1, 1, 'b')").detail())
        .isEqualTo("Key (id)=(1) already exists.");
    assertThat(failure(session, "INSERT INTO two VALUES (1, 'x: y, z')").detail())
        .startsWith("Key (a, b");
    assertThat(failure(session, "INSERT INTO child VALUES (9)").detail())
        .isEqualTo("Key (id)=(9) is not present in the referenced table.");
  }

  @Test
  void concurrentUpdateIsASerializationFailure() {
    EngineSession other = registry.engineOf("alice").openSession();
    try {
      run(session, "CREATE TABLE w(a INTEGER)");
      run(session, "INSERT INTO w VALUES (1)");
      session.begin();
      run(session, "UPDATE w SET a = 2");
      assertThat(failure(other, "UPDATE w SET a = 3").state().code()).isEqualTo("40001");
    } finally {
      session.rollback();
      other.close();
    }
  }

  @Test
  void errorOfAStreamKeepsItsClass() {
    PgException error =
        failure(
            session,
            "SELECT CASE WHEN range = 900000 THEN error('late') ELSE range::VARCHAR END"
                + " FROM range(1000000)");
    assertThat(error.getMessage()).isEqualTo("late");
    assertThat(error.state().code()).isEqualTo("22023");
  }

  @Test
  void failedTransactionIsNamed() {
    session.begin();
    failure(session, "INSERT INTO t VALUES (1, 1, 1, 'b')");
    assertThat(failure(session, "SELECT 1").state().code()).isEqualTo("25P02");
    session.rollback();
  }

  private static PgException failure(EngineSession session, String sql) {
    EngineException error = catchThrowableOfType(EngineException.class, () -> run(session, sql));
    assertThat(error).as(sql).isNotNull();
    return EngineErrors.translate(error, sql);
  }

  private static void run(EngineSession session, String sql) {
    try (EngineStatement statement = session.prepare(sql);
        EngineResult result = statement.execute(List.of())) {
      if (result instanceof EngineResult.RowStream rows) {
        for (VectorSchemaRoot batch = rows.next(); batch != null; batch = rows.next()) {
          assertThat(batch.getRowCount()).isPositive();
        }
      }
    }
  }
}
