package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import java.util.ArrayList;
import java.util.List;

/** A session for the elements of CREATE SCHEMA: the new schema is searched first. */
record InsideSchema(PlanningContext session, String schema) implements PlanningContext {
  @Override
  public CatalogSnapshot catalog() {
    return session.catalog();
  }

  @Override
  public List<String> searchPath() {
    List<String> path = new ArrayList<>();
    path.add(schema);
    path.addAll(session.searchPath());
    return path;
  }

  @Override
  public String setting(String name) {
    return session.setting(name);
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
