package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.statement.ObjectName;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds objects along the search path, and the schema for a new one.
 *
 * <p>Source: {@code src/backend/catalog/namespace.c} (RangeVarGetRelidExtended,
 * RangeVarGetCreationNamespace).
 */
final class ObjectLookup {
  static final String TEMPORARY = "pg_temp";
  static final String PG_CATALOG = "pg_catalog";
  static final String INFORMATION_SCHEMA = "information_schema";

  private final PlanningContext session;
  private final CatalogSnapshot catalog;

  ObjectLookup(PlanningContext session) {
    this.session = session;
    this.catalog = session.catalog();
  }

  /** The relation with this name, or null. */
  Relation relation(ObjectName name) {
    checkDatabase(name);
    if (name.schema() != null) {
      return catalog.relation(name.schema(), name.name());
    }
    for (String schema : path()) {
      Relation found = catalog.relation(schema, name.name());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * The relation with this name.
   *
   * @throws PgException 42P01 when there is none, 3F000 when its schema is missing
   */
  Relation existing(ObjectName name) {
    return existing(name, -1);
  }

  /** The same, with errors at an offset of the statement. */
  Relation existing(ObjectName name, int start) {
    Relation found = relation(name);
    if (found == null) {
      throw missing(name, start);
    }
    return found;
  }

  /** 3F000 when the schema is missing, 42P01 otherwise. */
  PgException missing(ObjectName name, int start) {
    String schema = name.schema();
    boolean noSchema = schema != null && !schema.equals(TEMPORARY) && !catalog.hasSchema(schema);
    return noSchema
        ? Errors.at(start, SqlState.INVALID_SCHEMA_NAME, "schema \"" + schema + "\" does not exist")
        : Errors.at(start, SqlState.UNDEFINED_TABLE, "relation \"" + name + "\" does not exist");
  }

  /** The type with this name, or null. */
  PgType type(ObjectName name) {
    checkDatabase(name);
    if (name.schema() != null) {
      return catalog.type(name.schema(), name.name());
    }
    for (String schema : path()) {
      PgType found = catalog.type(schema, name.name());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * The schema in which an object of this name is created.
   *
   * @param temporary TEMPORARY is written
   * @throws PgException 3F000 when there is none, 42P16 for a temporary object in another schema,
   *     42501 for a system schema
   */
  NewObject creation(ObjectName name, boolean temporary) {
    checkDatabase(name);
    String schema = name.schema();
    if (temporary) {
      if (schema != null && !schema.equals(TEMPORARY)) {
        throw Errors.at(
            name.start(),
            SqlState.INVALID_TABLE_DEFINITION,
            "cannot create temporary relation in non-temporary schema");
      }
      schema = TEMPORARY;
    } else if (schema == null) {
      schema = defaultSchema(name);
    } else if (!schema.equals(TEMPORARY) && !catalog.hasSchema(schema)) {
      throw Errors.at(
          name.start(), SqlState.INVALID_SCHEMA_NAME, "schema \"" + schema + "\" does not exist");
    }
    if (isSystem(schema)) {
      throw Errors.of(
              SqlState.INSUFFICIENT_PRIVILEGE,
              "permission denied to create \"" + schema + "." + name.name() + "\"")
          .withDetail("System catalog modifications are currently disallowed.");
    }
    List<String> engineName = new ArrayList<>(catalog.engineSchema(schema));
    engineName.add(name.name());
    return new NewObject(schema, name.name(), engineName);
  }

  private String defaultSchema(ObjectName name) {
    for (String schema : session.searchPath()) {
      if (!isSystem(schema) && !schema.equals(TEMPORARY)) {
        return schema;
      }
    }
    throw Errors.at(
        name.start(), SqlState.INVALID_SCHEMA_NAME, "no schema has been selected to create in");
  }

  /** Schemas to look in, the temporary one first unless the search path places it. */
  private List<String> path() {
    List<String> schemas = session.searchPath();
    if (schemas.contains(TEMPORARY)) {
      return schemas;
    }
    List<String> all = new ArrayList<>();
    all.add(TEMPORARY);
    all.addAll(schemas);
    return all;
  }

  private void checkDatabase(ObjectName name) {
    if (name.database() != null && !name.database().equals(session.database())) {
      throw Errors.at(
          name.start(),
          SqlState.FEATURE_NOT_SUPPORTED,
          "cross-database references are not implemented: \"" + name + "\"");
    }
  }

  static boolean isSystem(String schema) {
    return schema.equals(PG_CATALOG) || schema.equals(INFORMATION_SCHEMA);
  }
}
