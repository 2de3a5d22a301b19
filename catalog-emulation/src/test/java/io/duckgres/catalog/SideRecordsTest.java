package io.duckgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.Typmods;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.catalog.ColumnTypeRecords;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SideRecordsTest {
  private static final ColumnRecord CODE =
      new ColumnRecord(
          1, "code", PgTypes.VARCHAR, Typmods.characters(30), "VARCHAR", null, null, null);

  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    database.ddl("CREATE TABLE t (code VARCHAR, n INTEGER, CHECK (n > 0), UNIQUE (code))");
    keep(
        records()
            .tableCreated(
                "public",
                "t",
                List.of(CODE),
                List.of(
                    new ConstraintRecord(
                        ConstraintRecord.Kind.CHECK, List.of("n"), 0, "n_is_positive"),
                    new ConstraintRecord(
                        ConstraintRecord.Kind.UNIQUE, List.of("code"), 0, "one_code"))));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private ColumnTypeRecords records() {
    return database.session().snapshot().columnTypeRecords();
  }

  private void keep(List<String> statements) {
    statements.forEach(database::run);
    database.session().catalogChanged(true);
  }

  private String typeOf(String table, String column) {
    var attribute = database.session().snapshot().relation("public", table).attribute(column);
    return attribute.type() + "/" + attribute.typmod();
  }

  private List<String> constraints() {
    return database.rows(
        "SELECT conname FROM pg_catalog.pg_constraint WHERE conrelid >= 16384 ORDER BY 1");
  }

  @Test
  void constraintsHaveTheNamesThatTheirCreatorsGave() {
    assertThat(constraints()).containsExactly("n_is_positive", "one_code");
    assertThat(database.rows("SELECT indexname FROM pg_catalog.pg_indexes WHERE tablename = 't'"))
        .containsExactly("one_code");
  }

  @Test
  void aRenamedTableKeepsItsRecords() {
    database.ddl("DROP TABLE t", "CREATE TABLE s (code VARCHAR, n INTEGER, CHECK (n > 0))");
    keep(records().relationRenamed("public", "t", "s"));
    assertThat(typeOf("s", "code")).isEqualTo("varchar/34");
    assertThat(constraints()).containsExactly("n_is_positive");
  }

  @Test
  void aRenamedColumnKeepsItsType() {
    database.ddl("CREATE OR REPLACE TABLE t (\"new\" VARCHAR UNIQUE)");
    keep(records().columnRenamed("public", "t", "code", "new"));
    assertThat(typeOf("t", "new")).isEqualTo("varchar/34");
    assertThat(constraints()).containsExactly("one_code");
  }

  @Test
  void aDroppedColumnIsForgotten() {
    keep(records().columnDropped("public", "t", "code"));
    assertThat(typeOf("t", "code")).isEqualTo("text/-1");
  }

  @Test
  void aDroppedTableIsForgotten() {
    keep(records().relationDropped("public", "t"));
    assertThat(typeOf("t", "code")).isEqualTo("text/-1");
    assertThat(constraints()).containsExactly("t_code_key", "t_n_check");
  }

  @Test
  void aViewsTextIsItsCreators() {
    database.ddl("CREATE VIEW v AS SELECT code FROM t");
    keep(records().viewCreated("public", "v", List.of(CODE), " select code\nfrom t;"));
    assertThat(typeOf("v", "code")).isEqualTo("varchar/34");
    assertThat(database.rows("SELECT definition FROM pg_catalog.pg_views WHERE viewname = 'v'"))
        .containsExactly(" select code\nfrom t;");
    database.ddl("CREATE OR REPLACE VIEW v AS SELECT 1 AS code");
    assertThat(database.rows("SELECT definition FROM pg_catalog.pg_views WHERE viewname = 'v'"))
        .containsExactly(" SELECT 1 AS code;");
  }

  @Test
  void commentsOnSchemasAndConstraintsAreKept() {
    database.ddl("CREATE SCHEMA hr");
    keep(records().commented("schema", "hr", "hr", "", "people"));
    keep(records().commented("constraint", "public", "t", "one_code", "it's unique"));
    assertThat(
            database.rows(
                "SELECT classoid, description FROM pg_catalog.pg_description "
                    + "WHERE objoid >= 16384 ORDER BY 1"))
        .containsExactly("2606|it's unique", "2615|people");
    keep(records().commented("schema", "hr", "hr", "", null));
    assertThat(
            database.rows(
                "SELECT description FROM pg_catalog.pg_description WHERE classoid = 2615 "
                    + "AND objoid >= 16384"))
        .isEmpty();
  }

  @Test
  void recordsOutliveTheInstance() throws IOException {
    Path file = Files.createTempDirectory("catalog").resolve("alice.db");
    try (TestDatabase first = TestDatabase.open(file)) {
      first.run("CREATE TABLE kept (code VARCHAR)");
      first
          .session()
          .snapshot()
          .columnTypeRecords()
          .tableCreated("public", "kept", List.of(CODE), List.of())
          .forEach(first::run);
    }
    try (TestDatabase second = TestDatabase.open(file)) {
      assertThat(second.session().snapshot().relation("public", "kept").attribute("code").typmod())
          .isEqualTo(34);
    }
  }

  @Test
  void recordsOfATemporaryTableAreTheSessions() {
    database.ddl("CREATE TEMP TABLE u (code VARCHAR)");
    keep(records().tableCreated("pg_temp", "u", List.of(CODE), List.of()));
    assertThat(temporaryTypeOf("u", "code")).isEqualTo("varchar/34");
    assertThat(
            database.rows(
                "SELECT atttypmod FROM pg_catalog.pg_attribute WHERE attname = 'code'"
                    + " AND attrelid = (SELECT oid FROM pg_catalog.pg_class WHERE relname = 'u')"))
        .containsExactly("34");
    keep(records().relationDropped("pg_temp", "u"));
    assertThat(temporaryTypeOf("u", "code")).isEqualTo("text/-1");
  }

  private String temporaryTypeOf(String table, String column) {
    var attribute = database.session().snapshot().relation("pg_temp", table).attribute(column);
    return attribute.type() + "/" + attribute.typmod();
  }
}
