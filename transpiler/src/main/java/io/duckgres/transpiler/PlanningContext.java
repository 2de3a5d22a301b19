package io.duckgres.transpiler;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import java.util.List;

/** What a session lends to the transpiler while one statement is planned. */
public interface PlanningContext {
  /** The catalog as the session's current transaction sees it. */
  CatalogSnapshot catalog();

  /**
   * Schemas in which unqualified names are looked up, in order, {@code pg_catalog} included where
   * it is searched implicitly; {@code $user} is already replaced, schemas that don't exist are
   * already left out.
   */
  List<String> searchPath();

  /**
   * The value of a run-time parameter as SHOW prints it.
   *
   * @return null when there is no such parameter
   */
  String setting(String name);

  /**
   * The types of the parameters of a prepared statement.
   *
   * @return null when there is no such statement
   */
  default List<PgType> preparedTypes(String name) {
    return null;
  }

  /** {@code current_user}. */
  String user();

  /** {@code current_database()}. */
  String database();
}
