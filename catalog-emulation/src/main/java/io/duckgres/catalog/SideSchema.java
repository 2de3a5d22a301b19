package io.duckgres.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * The hidden schema {@code _duckgres} of the user's own database, which keeps what DuckDB's catalog
 * can't say. It lies in the same file as the objects, so that one transaction changes both.
 *
 * <p>Rows refer to objects by the engine's names and may be stale, since other DuckDB tools know
 * nothing of them: every reader joins them with what exists, and a column's row counts only while
 * the column still has the {@code engine_type} it was recorded for.
 *
 * <ul>
 *   <li>{@code objects}: the register of users' objects with the numbers that their OIDs are made
 *       from, see {@link SideObjects}; {@code has_generated} is true of tables with generated
 *       columns that the engine's own statements made;
 *   <li>{@code column_types}: PostgreSQL's type of a column whose engine type says less; also the
 *       fields of composite types, {@code relation_name} being the type's name;
 *   <li>{@code domains}: base type, constraints and default of a domain, which the engine has as an
 *       alias type;
 *   <li>{@code constraint_names}: name and definition of a constraint. The engine keeps no names: a
 *       constraint is found by its kind, its columns and, among checks, its position;
 *   <li>{@code foreign_keys}: the foreign keys, which the gateway enforces: the engine's own have
 *       no actions; {@code position} counts within the database;
 *   <li>{@code comments}: comments on what the engine has none for (schemas, constraints …);
 *   <li>{@code view_definitions}: the view's query as its creator wrote it, valid while the
 *       engine's text is {@code engine_sql};
 *   <li>{@code view_options}: by which search path a view's text is read, its check option and the
 *       columns that can be changed through it;
 *   <li>{@code view_dependencies}: the relations and columns that a view reads;
 *   <li>{@code indexes}: access method, order, included columns and predicate of an index, of which
 *       the engine keeps the keys alone;
 *   <li>{@code materialized_views}: the queries of materialized views, which the engine has as
 *       tables;
 *   <li>{@code roles}, {@code role_members}, {@code privileges}: what is granted to whom; nothing
 *       is enforced by it;
 *   <li>{@code partitioned_tables}, {@code partitions}: tables that are divided, of which the
 *       engine has one table with all rows, and the views of it that stand for their parts;
 *   <li>{@code statistics}: statistics objects, which have no effect;
 *   <li>{@code routines}: functions and procedures in SQL, of which the engine knows nothing;
 *   <li>{@code routine_users}: what calls them in its definition;
 *   <li>{@code sequences}: where RESTART goes back to, the type and the owning column, of which the
 *       engine's own kind keeps it from setting a sequence's value.
 * </ul>
 */
public final class SideSchema {
  private static final String SCHEMA = EngineNames.quote(EngineNames.SIDE_SCHEMA);

  private static final List<String> TABLES =
      List.of(
          "objects(number BIGINT NOT NULL, class VARCHAR NOT NULL, schema_name VARCHAR NOT NULL, "
              + "table_name VARCHAR NOT NULL, object_name VARCHAR NOT NULL, "
              + "has_generated BOOLEAN NOT NULL)",
          "column_types(schema_name VARCHAR NOT NULL, relation_name VARCHAR NOT NULL, "
              + "column_name VARCHAR NOT NULL, position INTEGER, engine_type VARCHAR NOT NULL, "
              + "type_oid BIGINT, type_schema VARCHAR NOT NULL, type_name VARCHAR NOT NULL, "
              + "typmod INTEGER NOT NULL, generated VARCHAR, identity VARCHAR, "
              + "default_text VARCHAR)",
          "domains(schema_name VARCHAR NOT NULL, domain_name VARCHAR NOT NULL, "
              + "base_oid BIGINT, base_schema VARCHAR NOT NULL, base_name VARCHAR NOT NULL, "
              + "typmod INTEGER NOT NULL, not_null BOOLEAN NOT NULL, default_text VARCHAR, "
              + "check_names VARCHAR[] NOT NULL, check_texts VARCHAR[] NOT NULL, "
              + "check_sqls VARCHAR[], default_sql VARCHAR)",
          "constraint_names(schema_name VARCHAR NOT NULL, table_name VARCHAR NOT NULL, "
              + "kind VARCHAR NOT NULL, column_names VARCHAR[] NOT NULL, position INTEGER NOT NULL, "
              + "constraint_name VARCHAR NOT NULL, definition VARCHAR)",
          "foreign_keys(schema_name VARCHAR NOT NULL, table_name VARCHAR NOT NULL, "
              + "constraint_name VARCHAR NOT NULL, column_names VARCHAR[] NOT NULL, "
              + "referenced_schema VARCHAR NOT NULL, referenced_table VARCHAR NOT NULL, "
              + "referenced_column_names VARCHAR[] NOT NULL, match_type VARCHAR NOT NULL, "
              + "update_action VARCHAR NOT NULL, delete_action VARCHAR NOT NULL, "
              + "set_column_names VARCHAR[] NOT NULL, is_deferrable BOOLEAN NOT NULL, "
              + "is_deferred BOOLEAN NOT NULL, is_valid BOOLEAN NOT NULL, "
              + "position INTEGER NOT NULL)",
          "comments(object_class VARCHAR NOT NULL, schema_name VARCHAR NOT NULL, "
              + "object_name VARCHAR NOT NULL, part VARCHAR NOT NULL, comment VARCHAR NOT NULL)",
          "view_definitions(schema_name VARCHAR NOT NULL, view_name VARCHAR NOT NULL, "
              + "definition VARCHAR NOT NULL, engine_sql VARCHAR NOT NULL)",
          "view_dependencies(schema_name VARCHAR NOT NULL, view_name VARCHAR NOT NULL, "
              + "referenced_schema VARCHAR NOT NULL, referenced_name VARCHAR NOT NULL, "
              + "column_names VARCHAR[] NOT NULL)",
          "indexes(schema_name VARCHAR NOT NULL, index_name VARCHAR NOT NULL, "
              + "method VARCHAR NOT NULL, key_columns VARCHAR[] NOT NULL, "
              + "key_texts VARCHAR[] NOT NULL, operator_classes VARCHAR[] NOT NULL, "
              + "options SMALLINT[] NOT NULL, key_types BIGINT[] NOT NULL, "
              + "included VARCHAR[] NOT NULL, predicate VARCHAR, table_name VARCHAR NOT NULL, "
              + "is_unique BOOLEAN NOT NULL, nulls_not_distinct BOOLEAN NOT NULL, "
              + "is_constraint BOOLEAN NOT NULL)",
          "materialized_views(schema_name VARCHAR NOT NULL, view_name VARCHAR NOT NULL, "
              + "definition VARCHAR NOT NULL, engine_query VARCHAR NOT NULL, "
              + "is_populated BOOLEAN NOT NULL)",
          "roles(role_name VARCHAR NOT NULL, number INTEGER NOT NULL, is_super BOOLEAN NOT NULL, "
              + "inherits BOOLEAN NOT NULL, creates_roles BOOLEAN NOT NULL, "
              + "creates_databases BOOLEAN NOT NULL, logs_in BOOLEAN NOT NULL, "
              + "replicates BOOLEAN NOT NULL, bypasses_rls BOOLEAN NOT NULL)",
          "role_members(role_name VARCHAR NOT NULL, member_name VARCHAR NOT NULL)",
          "privileges(kind VARCHAR NOT NULL, schema_name VARCHAR NOT NULL, "
              + "object_name VARCHAR NOT NULL, column_name VARCHAR NOT NULL, "
              + "grantee VARCHAR NOT NULL, privilege VARCHAR NOT NULL, "
              + "grant_option BOOLEAN NOT NULL)",
          "sequences(schema_name VARCHAR NOT NULL, sequence_name VARCHAR NOT NULL, "
              + "start_value BIGINT NOT NULL, type_oid INTEGER NOT NULL, table_name VARCHAR, "
              + "column_name VARCHAR)",
          SideViews.OPTIONS,
          SideStatistics.TABLE,
          SidePartitions.TABLES,
          SidePartitions.PARTITIONS,
          SideRoutines.COLUMNS,
          SideRoutines.USERS);

  private SideSchema() {}

  /** The schema's name with its database, quoted. */
  public static String qualifiedName(String engineDatabase) {
    return EngineNames.quote(engineDatabase) + "." + SCHEMA;
  }

  /** Statements that create what is missing; harmless when all is there. */
  static List<String> createStatements(String engineDatabase) {
    String schema = qualifiedName(engineDatabase);
    List<String> statements = new ArrayList<>();
    statements.add("CREATE SCHEMA IF NOT EXISTS " + schema);
    statements.add(
        "CREATE SEQUENCE IF NOT EXISTS "
            + schema
            + "."
            + SideObjects.NUMBERS
            + " MINVALUE 0 START 0");
    for (String table : TABLES) {
      statements.add("CREATE TABLE IF NOT EXISTS " + schema + "." + table);
    }
    return statements;
  }
}
