package io.duckgres.catalog;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.Typmods;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import java.util.List;

/**
 * The database of {@code shop.sql} as its statements' plans make it: the engine's DDL and what is
 * kept beside it.
 */
final class ShopFixture {
  private ShopFixture() {}

  static void create(TestDatabase database) {
    database.ddl(
        "CREATE SCHEMA hr",
        "CREATE TYPE mood AS ENUM ('sad', 'ok')",
        "CREATE SEQUENCE customers_id_seq",
        "CREATE TABLE customers (id INTEGER DEFAULT nextval('customers_id_seq') PRIMARY KEY, "
            + "email VARCHAR NOT NULL UNIQUE, full_name VARCHAR NOT NULL, "
            + "tier mood NOT NULL DEFAULT 'ok', balance DECIMAL(12,2) NOT NULL DEFAULT 0.00, "
            + "tags VARCHAR[], attrs JSON, "
            + "created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), updated_at TIMESTAMP, "
            + "CHECK (balance >= 0))",
        "COMMENT ON TABLE customers IS 'People who buy things'",
        "COMMENT ON COLUMN customers.email IS 'Login e-mail'",
        "CREATE TABLE orders (id BIGINT PRIMARY KEY, "
            + "customer_id INTEGER NOT NULL REFERENCES customers (id), note VARCHAR, "
            + "UNIQUE (customer_id, note))",
        "CREATE INDEX orders_note_idx ON orders (note)",
        "CREATE INDEX orders_lower_idx ON orders (lower(note))",
        "CREATE TABLE hr.departments (code VARCHAR PRIMARY KEY, name VARCHAR NOT NULL)",
        "CREATE VIEW customer_names AS SELECT id, full_name FROM customers",
        "CREATE SEQUENCE order_number_seq START 1000 INCREMENT 10");
    PgType mood = database.session().snapshot().type("public", "mood");
    keep(
        database,
        "public",
        "customers",
        List.of(
            column(1, "id", PgTypes.INT4, -1, "INTEGER", "nextval('customers_id_seq'::regclass)"),
            column(2, "email", PgTypes.VARCHAR, Typmods.characters(255), "VARCHAR", null),
            column(4, "tier", mood, -1, "mood", "'ok'::mood"),
            column(5, "balance", PgTypes.NUMERIC, Typmods.numeric(12, 2), "DECIMAL(12,2)", "0.00"),
            column(7, "attrs", PgTypes.JSONB, -1, "JSON", null),
            column(8, "created_at", PgTypes.TIMESTAMPTZ, -1, "TIMESTAMP WITH TIME ZONE", "now()"),
            column(9, "updated_at", PgTypes.TIMESTAMP, 3, "TIMESTAMP", null)),
        List.of(
            new ConstraintRecord(
                ConstraintRecord.Kind.CHECK, List.of("balance"), 0, "customers_balance_check")));
    keep(
        database,
        "hr",
        "departments",
        List.of(
            column(1, "code", PgTypes.BPCHAR, Typmods.characters(4), "VARCHAR", null),
            column(2, "name", PgTypes.VARCHAR, Typmods.characters(60), "VARCHAR", null)),
        List.of());
    database
        .session()
        .snapshot()
        .columnTypeRecords()
        .viewCreated(
            "public", "customer_names", List.of(), " SELECT id,\n    full_name\n   FROM customers;")
        .forEach(database::run);
    database.session().catalogChanged(true);
  }

  private static void keep(
      TestDatabase database,
      String schema,
      String table,
      List<ColumnRecord> columns,
      List<ConstraintRecord> constraints) {
    database
        .session()
        .snapshot()
        .columnTypeRecords()
        .tableCreated(schema, table, columns, constraints)
        .forEach(database::run);
  }

  private static ColumnRecord column(
      int number, String name, PgType type, int typmod, String engineType, String defaultText) {
    return new ColumnRecord(number, name, type, typmod, engineType, null, null, defaultText);
  }
}
