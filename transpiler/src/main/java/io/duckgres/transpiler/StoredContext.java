package io.duckgres.transpiler;

import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import java.util.List;

/**
 * A session as the text of a stored definition is read in it.
 *
 * @param catalog may differ from the session's
 * @param searchPath the definition's own
 */
public record StoredContext(
    PlanningContext session, CatalogSnapshot catalog, List<String> searchPath)
    implements PlanningContext {
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
