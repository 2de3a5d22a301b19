package io.duckgres.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.duckgres.pgtype.PgException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user's SQL must not reach, whatever tier it comes through. */
class SandboxTest {
  @TempDir Path directory;
  private Path allowed;
  private EngineRegistry registry;
  private EngineSession session;

  @BeforeEach
  void open() throws IOException {
    Path data = directory.resolve("data");
    allowed = Files.createDirectory(directory.resolve("allowed"));
    Files.writeString(allowed.resolve("in.csv"), "a,b\n1,2\n");
    Files.writeString(directory.resolve("secret.txt"), "secret");
    registry =
        new EngineRegistry(
            new EngineConfiguration(data, data.resolve(".tmp"), List.of(allowed), null, 0),
            BareCatalog.INSTALLER);
    session = registry.engineOf("alice").openSession();
    run("CREATE TABLE t(a INTEGER)");
  }

  @AfterEach
  void close() {
    session.close();
    registry.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_text('%s/secret.txt')",
        "SELECT * FROM read_blob('%s/secret.txt')",
        "SELECT * FROM read_csv('%s/secret.txt')",
        "SELECT * FROM read_json('%s/secret.txt')",
        "SELECT * FROM parquet_scan('%s/secret.txt')",
        "SELECT * FROM parquet_metadata('%s/secret.txt')",
        "SELECT * FROM sniff_csv('%s/secret.txt')",
        "SELECT * FROM glob('%s/*')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM read_csv('%s/allowed/../secret.txt')",
        "SELECT * FROM json_execute_serialized_sql(json_serialize_sql("
            + "'SELECT * FROM read_text(''%s/secret.txt'')'))",
        "SELECT * FROM query('SELECT * FROM read_text(''%s/secret.txt'')')",
        "FROM main.\"QUERY\" /* x */ ('SELECT 1')",
        "SELECT 1 FROM a, query ('SELECT 1')",
        "SELECT * FROM enable_logging(storage = 'file', storage_path = '%s/log')",
        "CALL ENABLE_LOGGING(storage = 'stdout')",
        "CALL enable_profiling(save_location = '%s/profile')",
        "PRAGMA enable_profiling",
        "PRAGMA enable_progress_bar",
        "FROM arrow_scan(1, 2, 3)",
        "CREATE VIEW v AS SELECT * FROM read_text('%s/secret.txt')",
        "CREATE MACRO m() AS TABLE SELECT * FROM read_text('%s/secret.txt')",
        "COPY (SELECT 1) TO '%s/out.csv'",
        "COPY t TO STDOUT",
        "COPY t FROM STDIN",
        "COPY t FROM '/dev/stdin'",
        "COPY (SELECT 42) TO '/dev/stdout'",
        "ATTACH '%s/other.db' AS other",
        "EXPORT DATABASE '%s/export'",
        "IMPORT DATABASE '%s/export'",
        "INSTALL httpfs",
        "FORCE INSTALL httpfs",
        "LOAD httpfs",
        "LOAD '%s/evil.so'",
        "SET allowed_directories = ['/']",
        "SET GLOBAL enable_external_access = true",
        "SET lock_configuration = false",
        "RESET lock_configuration",
        "SET home_directory = '%s'",
        "SET temp_directory = '%s'",
        "SET log_query_path = '%s/log'",
        "SET profiling_output = '%s/profile'",
        "PRAGMA profiling_output = '%s/profile'",
        "SET integer_division = false",
        "SET arrow_lossless_conversion = false",
        "SET errors_as_json = false",
        "SET memory_limit = '100GB'",
        "PRAGMA memory_limit = '100GB'",
        "SET threads = 100",
        "SELECT 1; SET threads = 100",
        "SELECT * FROM read_csv('http://localhost:1/x')",
      })
  void isRefusedWithInsufficientPrivilege(String statement) {
    Throwable thrown = catchThrowable(() -> run(statement.replace("%s", directory.toString())));
    PgException error =
        thrown instanceof EngineException refused
            ? EngineErrors.translate(refused)
            : (PgException) thrown;
    assertThat(error.state().code()).as(error.getMessage()).isEqualTo("42501");
    assertThat(directory).isDirectoryContaining(file -> file.endsWith("secret.txt"));
    assertThat(Files.exists(directory.resolve("out.csv"))).isFalse();
    assertThat(Files.exists(directory.resolve("other.db"))).isFalse();
    assertThat(Files.exists(directory.resolve("log"))).isFalse();
    assertThat(Files.exists(directory.resolve("profile"))).isFalse();
    assertThat(Files.exists(directory.resolve("export"))).isFalse();
    assertThat(run("SELECT 1")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT getenv('HOME')",
        "SELECT * FROM '%s/secret.txt'",
        "CREATE SECRET s (TYPE s3, KEY_ID 'a', SECRET 'b')",
        "CREATE PERSISTENT SECRET s (TYPE s3, KEY_ID 'a', SECRET 'b')",
        "SELECT current_setting('s3_secret_access_key')",
      })
  void isRefusedSomehow(String statement) {
    Throwable thrown = catchThrowable(() -> run(statement.replace("%s", directory.toString())));
    assertThat(thrown).isInstanceOf(EngineException.class);
    assertThat(run("SELECT 1")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATTACH ':memory:' AS m",
        "DETACH memory",
        "INSTALL x",
        "LOAD x",
        "COPY t TO STDOUT",
        "/* a */ -- b\n COPY t FROM STDIN",
        "EXPORT DATABASE 'x'",
        "CALL enable_logging(storage = 'file')",
      })
  void policyRefusesBeforeAnythingRuns(String statement) {
    Throwable thrown = catchThrowable(() -> StatementPolicy.check(statement));
    assertThat(thrown)
        .isInstanceOfSatisfying(
            PgException.class, error -> assertThat(error.state().code()).isEqualTo("42501"));
  }

  @Test
  void allowedDirectoriesCanBeReadAndWritten() {
    assertThat(run("SELECT * FROM read_csv('" + allowed + "/in.csv')")).isEqualTo(1);
    run("COPY (SELECT 42) TO '" + allowed + "/out.csv'");
    assertThat(allowed.resolve("out.csv")).exists();
  }

  @Test
  void tableNamedQueryIsNoCall() {
    run("CREATE TABLE query (query INTEGER)");
    assertThat(run("INSERT INTO query (query) VALUES (1)")).isEqualTo(1);
    assertThat(run("WITH query (a) AS (SELECT 1) SELECT query.a, 'query(' FROM query"))
        .isEqualTo(1);
    assertThat(run("SELECT \"query\" FROM main.query WHERE (query) = 1")).isEqualTo(1);
  }

  @Test
  void timeZoneCanBeSet() {
    run("SET TimeZone = 'Europe/Berlin'");
    session.applySetting("TimeZone", "Asia/Tokyo");
  }

  /** The number of rows, or of changed rows. */
  private long run(String sql) {
    try (EngineStatement statement = session.prepare(sql);
        EngineResult result = statement.execute(List.of())) {
      if (result instanceof EngineResult.RowCount count) {
        return count.rows();
      }
      long rows = 0;
      EngineResult.RowStream stream = (EngineResult.RowStream) result;
      for (VectorSchemaRoot batch = stream.next(); batch != null; batch = stream.next()) {
        rows += batch.getRowCount();
      }
      return rows;
    }
  }
}
