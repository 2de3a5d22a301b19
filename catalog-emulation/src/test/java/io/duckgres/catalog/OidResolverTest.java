package io.duckgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The expectations were observed on PostgreSQL 17.10 with the database of {@code shop.sql}. */
class OidResolverTest {
  private static TestDatabase database;
  private static OidResolver resolver;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    ShopFixture.create(database);
    database.ddl(
        "CREATE TABLE \"Mixed Case\" (id INTEGER)", "CREATE TABLE \"select\" (id INTEGER)");
    resolver = new OidResolver(database.session().snapshot(), List.of("pg_catalog", "public"));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void relationsAreQualifiedAndQuotedWhereNeeded() {
    for (String name :
        List.of(
            "customers",
            "hr.departments",
            "\"Mixed Case\"",
            "\"select\"",
            "pg_class",
            "information_schema.tables",
            "customers_pkey",
            "orders_note_idx",
            "order_number_seq")) {
      assertThat(resolver.relationName(resolver.relationOid(name))).isEqualTo(name);
    }
    assertThat(resolver.relationName(resolver.relationOid("PUBLIC.Customers")))
        .isEqualTo("customers");
    assertThat(resolver.relationOid("pg_catalog.pg_class")).isEqualTo(1259);
  }

  @Test
  void numbersAndNothingAreThemselves() {
    assertThat(resolver.relationOid("-")).isZero();
    assertThat(resolver.relationOid("99999")).isEqualTo(99999);
    assertThat(resolver.relationName(0)).isEqualTo("-");
    assertThat(resolver.relationName(99999999)).isEqualTo("99999999");
    assertThat(resolver.typeName(0)).isEqualTo("-");
  }

  @Test
  void typesReadAndPrintInSqlSpelling() {
    assertThat(resolver.typeOid("integer")).isEqualTo(23);
    assertThat(resolver.typeOid("int")).isEqualTo(23);
    assertThat(resolver.typeOid("INT8[]")).isEqualTo(1016);
    assertThat(resolver.typeOid("character varying(30)")).isEqualTo(1043);
    assertThat(resolver.typeOid("pg_catalog.numeric")).isEqualTo(1700);
    assertThat(resolver.typeOid("timestamp(3) with time zone")).isEqualTo(1184);
    assertThat(resolver.typeOid("\"char\"")).isEqualTo(18);
    assertThat(resolver.typeName(1016)).isEqualTo("bigint[]");
    assertThat(resolver.typeName(18)).isEqualTo("\"char\"");
    assertThat(resolver.typeName(resolver.typeOid("mood"))).isEqualTo("mood");
    assertThat(resolver.typeName(resolver.typeOid("mood[]"))).isEqualTo("mood[]");
    assertThat(resolver.typeName(resolver.typeOid("hr.departments"))).isEqualTo("hr.departments");
  }

  @Test
  void functionsAreNamedWhenTheNameIsUnique() {
    assertThat(resolver.procName(resolver.procOid("boolin"))).isEqualTo("boolin");
    assertThat(resolver.procName(65)).isEqualTo("int4eq");
    assertThatThrownBy(() -> resolver.procOid("abs"))
        .hasMessage("more than one function named \"abs\"");
    assertThatThrownBy(() -> resolver.procOid("no_such"))
        .hasMessage("function \"no_such\" does not exist");
  }

  @Test
  void schemasAndRolesAreNamed() {
    assertThat(resolver.schemaOid("public")).isEqualTo(2200);
    assertThat(resolver.schemaName(11)).isEqualTo("pg_catalog");
    assertThat(resolver.schemaName(resolver.schemaOid("hr"))).isEqualTo("hr");
    assertThat(resolver.roleOid("postgres")).isEqualTo(10);
    assertThat(resolver.roleName(10)).isEqualTo("postgres");
    assertThat(resolver.roleName(resolver.roleOid("pg_monitor"))).isEqualTo("pg_monitor");
  }

  @Test
  void whatDoesNotExistIsAnErrorInPostgresWords() {
    assertThatThrownBy(() -> resolver.relationOid("nowhere"))
        .hasMessage("relation \"nowhere\" does not exist");
    assertThatThrownBy(() -> resolver.typeOid("nowhere"))
        .hasMessage("type \"nowhere\" does not exist");
    assertThatThrownBy(() -> resolver.schemaOid("nowhere"))
        .hasMessage("schema \"nowhere\" does not exist");
    assertThatThrownBy(() -> resolver.roleOid("nowhere"))
        .hasMessage("role \"nowhere\" does not exist");
    assertThatThrownBy(() -> resolver.relationOid("a..b")).hasMessage("invalid name syntax");
  }
}
