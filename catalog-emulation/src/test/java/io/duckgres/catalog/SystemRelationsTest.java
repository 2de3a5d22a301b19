package io.duckgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckgres.pgtype.PgCasts;
import io.duckgres.pgtype.PgOperators;
import io.duckgres.pgtype.PgProcs;
import io.duckgres.pgtype.PgTypes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SystemRelationsTest {
  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void allRelationsHavePostgresColumnsInOrder() {
    List<String> expected = new ArrayList<>();
    for (CatalogRelation relation : CatalogRelations.all()) {
      int number = 1;
      for (CatalogColumn column : relation.columns()) {
        expected.add(
            relation.schema()
                + "_|"
                + relation.name()
                + "|"
                + number++
                + "|"
                + column.name()
                + "|"
                + column.storage());
      }
    }
    assertThat(CatalogRelations.all()).hasSize(211);
    assertThat(
            database.rows(
                "SELECT schema_name, table_name, column_index, column_name, data_type "
                    + "FROM duckdb_columns() WHERE database_name = 'duckgres' "
                    + "AND schema_name IN ('pg_catalog_', 'information_schema_') "
                    + "AND NOT starts_with(table_name, 'duckgres_')"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void pgClassAndPgAttributeListTheRelationsThemselves() {
    List<String> expected = new ArrayList<>();
    for (CatalogRelation relation : CatalogRelations.all()) {
      int number = 1;
      for (CatalogColumn column : relation.columns()) {
        expected.add(
            String.join(
                "|",
                relation.schema(),
                relation.name(),
                String.valueOf(relation.kind()),
                String.valueOf(relation.oid()),
                String.valueOf(number++),
                column.name(),
                String.valueOf(column.type().oid()),
                String.valueOf(column.notNull())));
      }
    }
    assertThat(
            database.rows(
                "SELECT n.nspname, c.relname, c.relkind, c.oid, a.attnum, a.attname, a.atttypid, "
                    + "a.attnotnull FROM pg_catalog.pg_class c "
                    + "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                    + "JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid "
                    + "WHERE a.attnum > 0 AND c.relkind IN ('r', 'v') "
                    + "AND n.nspname IN ('pg_catalog', 'information_schema')"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void pgTypeHoldsPostgresTypes() {
    List<String> expected = new ArrayList<>();
    PgTypes.all()
        .forEach(
            type ->
                expected.add(
                    String.join(
                        "|",
                        String.valueOf(type.oid()),
                        type.name(),
                        String.valueOf(type.length()),
                        String.valueOf(type.kind().code()),
                        String.valueOf(type.category()),
                        String.valueOf(type.preferred()),
                        String.valueOf(type.relationOid()),
                        String.valueOf(type.elementOid()),
                        String.valueOf(type.arrayOid()),
                        String.valueOf(type.baseOid()))));
    assertThat(
            database.rows(
                "SELECT oid, typname, typlen, typtype, typcategory, typispreferred, typrelid, "
                    + "typelem, typarray, typbasetype FROM pg_catalog.pg_type"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void pgProcHoldsPostgresFunctions() {
    List<String> expected = new ArrayList<>();
    PgProcs.all().forEach(proc -> expected.add(proc.oid() + "|" + proc.name()));
    assertThat(
            database.rows(
                "SELECT p.oid, p.proname FROM pg_catalog.pg_proc p WHERE p.pronamespace = 11"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void pgOperatorHoldsPostgresOperators() {
    List<String> expected = new ArrayList<>();
    PgOperators.all()
        .forEach(
            operator ->
                expected.add(
                    operator.oid()
                        + "|"
                        + operator.name()
                        + "|"
                        + operator.function().replace("pg_catalog.", "")));
    assertThat(
            database.rows(
                "SELECT o.oid, o.oprname, p.proname FROM pg_catalog.pg_operator o "
                    + "JOIN pg_catalog.pg_proc p ON p.oid = o.oprcode"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void pgCastHoldsPostgresCasts() {
    List<String> expected = new ArrayList<>();
    PgCasts.all()
        .forEach(
            cast ->
                expected.add(
                    cast.source().oid()
                        + "|"
                        + cast.target().oid()
                        + "|"
                        + cast.context().name().toLowerCase(java.util.Locale.ROOT).charAt(0)));
    assertThat(database.rows("SELECT castsource, casttarget, castcontext FROM pg_catalog.pg_cast"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyRelationCanBeRead() {
    for (CatalogRelation relation : CatalogRelations.all()) {
      assertThat(database.rows("SELECT count(*) FROM " + relation.engineName())).hasSize(1);
    }
  }
}
