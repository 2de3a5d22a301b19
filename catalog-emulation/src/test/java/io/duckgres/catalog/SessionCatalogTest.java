package io.duckgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.Typmods;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.catalog.Relation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionCatalogTest {
  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void mainIsPublic() {
    database.ddl("CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL)");
    Relation table = database.session().snapshot().relation("public", "t");
    assertThat(table.engineName()).containsExactly("alice", "main", "t");
    assertThat(table.kind()).isEqualTo(Relation.Kind.TABLE);
    assertThat(table.oid()).isGreaterThanOrEqualTo(16384);
    assertThat(table.attributes())
        .extracting(Attribute::name, Attribute::type, Attribute::notNull)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("id", PgTypes.INT4, true),
            org.assertj.core.groups.Tuple.tuple("name", PgTypes.TEXT, true));
    assertThat(database.session().snapshot().relation("main", "t")).isNull();
  }

  @Test
  void systemRelationsCarryPostgresTypes() {
    Relation pgClass = database.session().snapshot().relation("pg_catalog", "pg_class");
    assertThat(pgClass.engineName()).containsExactly("duckgres", "pg_catalog_", "pg_class");
    assertThat(pgClass.oid()).isEqualTo(1259);
    assertThat(pgClass.attribute("relname").type()).isEqualTo(PgTypes.NAME);
    assertThat(pgClass.attribute("relkind").type()).isEqualTo(PgTypes.CHAR);
    assertThat(pgClass.attribute("oid").type()).isEqualTo(PgTypes.OID);
  }

  @Test
  void oidsAreThoseOfTheRelations() {
    database.ddl(
        "CREATE SCHEMA hr",
        "CREATE TABLE hr.staff (id INTEGER)",
        "CREATE VIEW v AS SELECT 1 AS one");
    CatalogSnapshot snapshot = database.session().snapshot();
    int oid = snapshot.relation("hr", "staff").oid();
    assertThat(snapshot.relationByOid(oid).name()).isEqualTo("staff");
    assertThat(database.rows("SELECT oid FROM pg_catalog.pg_class WHERE relname = 'staff'"))
        .containsExactly(String.valueOf(oid));
    assertThat(database.rows("SELECT attrelid FROM pg_catalog.pg_attribute WHERE attname = 'one'"))
        .containsExactly(String.valueOf(snapshot.relation("public", "v").oid()));
  }

  @Test
  void uncommittedTablesAreSeenByTheirSessionAlone() throws SQLException {
    SessionCatalog other = database.catalog().openSession(database.anotherConnection());
    database.session().transactionBegan();
    database.run("BEGIN");
    database.ddl("CREATE TABLE t (id INTEGER)");
    assertThat(database.session().snapshot().relation("public", "t")).isNotNull();
    assertThat(other.snapshot().relation("public", "t")).isNull();
    database.run("COMMIT");
    database.session().transactionCommitted();
    assertThat(other.snapshot().relation("public", "t")).isNotNull();
  }

  @Test
  void relationsShowUncommittedObjectsToTheirSessionAlone() throws SQLException {
    DuckDBConnection connection = database.anotherConnection();
    SessionCatalog other = database.catalog().openSession(connection);
    String query =
        "SELECT relname, conname FROM pg_catalog.pg_class c "
            + "JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid WHERE c.oid >= 16384";
    database.session().transactionBegan();
    database.run("BEGIN");
    assertThat(database.rows(query)).isEmpty();
    database.ddl("CREATE TABLE t (id INTEGER PRIMARY KEY)");
    assertThat(database.rows(query)).containsExactly("t|t_pkey");
    other.snapshot().relation("pg_catalog", "pg_class");
    try (ResultSet row =
        connection
            .createStatement()
            .executeQuery(
                "SELECT count(*) FROM duckgres.pg_catalog_.pg_class WHERE oid >= 16384")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
    database.run("ROLLBACK");
    database.session().transactionRolledBack();
    assertThat(database.rows(query)).isEmpty();
    database.ddl("CREATE TABLE u (id INTEGER PRIMARY KEY)");
    assertThat(database.rows(query)).containsExactly("u|u_pkey");
    database.ddl("CREATE TEMP TABLE w (id INTEGER PRIMARY KEY)");
    assertThat(database.rows(query)).containsExactlyInAnyOrder("u|u_pkey", "w|w_pkey");
    database.ddl("DROP TABLE w");
    assertThat(database.rows(query)).containsExactly("u|u_pkey");
    assertThat(database.rows("SELECT table_name FROM duckdb_tables() WHERE temporary")).isEmpty();
  }

  @Test
  void rolledBackTablesAreGone() {
    database.session().transactionBegan();
    database.run("BEGIN");
    database.ddl("CREATE TABLE t (id INTEGER)");
    assertThat(database.session().snapshot().relation("public", "t")).isNotNull();
    database.run("ROLLBACK");
    database.session().transactionRolledBack();
    assertThat(database.session().snapshot().relation("public", "t")).isNull();
  }

  @Test
  void sessionsShareASnapshotUntilDdlIsCommitted() throws SQLException {
    DuckDBConnection connection = database.anotherConnection();
    SessionCatalog other = database.catalog().openSession(connection);
    long version = database.session().snapshot().version();
    assertThat(other.snapshot().version()).isEqualTo(version);
    TestDatabase.run(connection, "CREATE TABLE t (id INTEGER)");
    other.catalogChanged(true);
    assertThat(database.session().snapshot().version()).isNotEqualTo(version);
    assertThat(database.session().snapshot().relation("public", "t")).isNotNull();
  }

  @Test
  void temporaryTablesLieInPgTemp() throws SQLException {
    SessionCatalog other = database.catalog().openSession(database.anotherConnection());
    database.ddl("CREATE TEMP TABLE t (id INTEGER)");
    Relation table = database.session().snapshot().relation("pg_temp", "t");
    assertThat(table.engineName()).containsExactly("temp", "main", "t");
    assertThat(other.snapshot().relation("pg_temp", "t")).isNull();
  }

  @Test
  void theSideSchemaIsHidden() {
    assertThat(database.session().snapshot().hasSchema("_duckgres")).isFalse();
    assertThat(database.rows("SELECT nspname FROM pg_catalog.pg_namespace WHERE oid >= 16384"))
        .isEmpty();
    assertThat(database.rows("SELECT relname FROM pg_catalog.pg_class WHERE oid >= 16384"))
        .isEmpty();
  }

  @Test
  void enumsAndTheirArraysAreTypes() {
    database.ddl("CREATE TYPE mood AS ENUM ('sad', 'it''s')", "CREATE TABLE t (m mood, ms mood[])");
    CatalogSnapshot snapshot = database.session().snapshot();
    PgType mood = snapshot.type("public", "mood");
    assertThat(mood.kind()).isEqualTo(TypeKind.ENUM);
    assertThat(snapshot.labelsOf(mood)).containsExactly("sad", "it's");
    Relation table = snapshot.relation("public", "t");
    assertThat(table.attribute("m").type()).isEqualTo(mood);
    assertThat(table.attribute("ms").type()).isEqualTo(snapshot.arrayOf(mood));
    assertThat(snapshot.elementOf(snapshot.arrayOf(mood))).isEqualTo(mood);
    assertThat(snapshot.typeByOid(mood.oid())).isEqualTo(mood);
  }

  @Test
  void recordsGiveColumnsTheirPostgresTypes() {
    database.ddl("CREATE TABLE t (code VARCHAR, doc JSON, \"at\" TIMESTAMP)");
    remember(column(1, "code", PgTypes.VARCHAR, Typmods.characters(30), "VARCHAR"));
    remember(column(2, "doc", PgTypes.JSONB, -1, "JSON"));
    remember(column(3, "at", PgTypes.TIMESTAMP, 3, "TIMESTAMP"));
    database.session().catalogChanged(true);
    Relation table = database.session().snapshot().relation("public", "t");
    assertThat(table.attribute("code").type()).isEqualTo(PgTypes.VARCHAR);
    assertThat(table.attribute("code").typmod()).isEqualTo(34);
    assertThat(table.attribute("doc").type()).isEqualTo(PgTypes.JSONB);
    assertThat(table.attribute("at").typmod()).isEqualTo(3);
    assertThat(
            database.rows(
                "SELECT attname, pg_catalog.format_type(atttypid, atttypmod, ['pg_catalog']) "
                    + "FROM pg_catalog.pg_attribute WHERE attnum > 0 AND attrelid = "
                    + table.oid()))
        .containsExactlyInAnyOrder(
            "code|character varying(30)", "doc|jsonb", "at|timestamp(3) without time zone");
  }

  @Test
  void aRecordOfAnotherEngineTypeIsStale() {
    database.ddl("CREATE TABLE t (code VARCHAR)");
    remember(column(1, "code", PgTypes.VARCHAR, Typmods.characters(30), "VARCHAR"));
    database.ddl("DROP TABLE t", "CREATE TABLE t (code INTEGER)");
    assertThat(database.session().snapshot().relation("public", "t").attribute("code").type())
        .isEqualTo(PgTypes.INT4);
  }

  @Test
  void generatedColumnsAreKnown() {
    database.ddl("CREATE TABLE t (a INTEGER, \"b c\" INTEGER GENERATED ALWAYS AS (a + 1))");
    Relation table = database.session().snapshot().relation("public", "t");
    assertThat(table.attribute("a").generated()).isFalse();
    assertThat(table.attribute("b c").generated()).isTrue();
  }

  @Test
  void describeTellsTheColumnsOfAnEngineQuery() {
    CatalogSnapshot snapshot = database.session().snapshot();
    assertThat(snapshot.describe("SELECT 1 AS a, [1.5] AS b"))
        .extracting(Attribute::name, Attribute::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", PgTypes.INT4),
            org.assertj.core.groups.Tuple.tuple("b", PgTypes.arrayOf(PgTypes.NUMERIC)));
    assertThatThrownBy(() -> snapshot.describe("SELECT nothing")).isInstanceOf(PgException.class);
  }

  @Test
  void functionsOfTheEngineAreKnown() {
    CatalogSnapshot snapshot = database.session().snapshot();
    assertThat(snapshot.engineHasFunction("list_transform")).isTrue();
    assertThat(snapshot.engineHasFunction("read_parquet")).isTrue();
    assertThat(snapshot.engineHasFunction("no_such_function")).isFalse();
  }

  private void remember(ColumnRecord column) {
    database
        .session()
        .snapshot()
        .columnTypeRecords()
        .columnChanged("public", "t", column)
        .forEach(database::run);
  }

  private static ColumnRecord column(
      int number, String name, PgType type, int typmod, String engineType) {
    return new ColumnRecord(number, name, type, typmod, engineType, null, null, null);
  }

  @Test
  void sequencesHaveTheirStateAsColumns() {
    database.ddl("CREATE SEQUENCE s");
    assertThat(database.session().snapshot().relation("public", "s").attributes())
        .extracting(Attribute::name)
        .isEqualTo(List.of("last_value", "log_cnt", "is_called"));
  }
}
