package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import java.util.List;

/**
 * A session as a function's body sees it.
 *
 * @param searchPath the function's own, with {@code pg_catalog}
 */
record RoutineContext(PlanningContext session, List<String> searchPath) implements PlanningContext {
  @Override
  public CatalogSnapshot catalog() {
    return session.catalog();
  }

  @Override
  public String setting(String name) {
    return session.setting(name);
  }

  @Override
  public List<PgType> preparedTypes(String name) {
    return session.preparedTypes(name);
  }

  @Override
  public String user() {
    return session.user();
  }

  @Override
  public String database() {
    return session.database();
  }
}
