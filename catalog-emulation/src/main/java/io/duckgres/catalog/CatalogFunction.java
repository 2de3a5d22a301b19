package io.duckgres.catalog;

import java.util.List;

/**
 * A function of PostgreSQL's that the emulation carries out.
 *
 * @param signature as {@link io.duckgres.pgtype.PgProc#signature()} gives it
 * @param engineName the qualified and quoted name to call in DuckDB SQL
 * @param table whether it stands in FROM: a table macro, which gives the function's columns
 * @param added arguments that the caller adds after those of the signature, in order
 */
public record CatalogFunction(
    String signature, String engineName, boolean table, List<Argument> added) {

  /** Knowledge of the session that a function needs and a macro can't have. */
  public enum Argument {
    /** The search path's schemas as a list of strings, {@code ['pg_catalog', 'public']}. */
    SEARCH_PATH,
    /** {@code current_user} as a string. */
    CURRENT_USER
  }

  public CatalogFunction {
    added = List.copyOf(added);
  }
}
