package io.duckgres.transpiler.ddl;

import io.duckgres.transpiler.PlanningContext;
import io.duckgres.transpiler.catalog.CatalogSnapshot;
import io.duckgres.transpiler.catalog.ColumnTypeRecords;
import io.duckgres.transpiler.catalog.RelationChanges;

/**
 * What the planners share.
 *
 * @param session the session whose statement is planned
 * @param analysis the analysis in that session
 * @param changes which relations the statement changes
 */
record DefinitionContext(
    PlanningContext session, DefinitionAnalysis analysis, RelationChanges changes) {

  CatalogSnapshot catalog() {
    return session.catalog();
  }

  ColumnTypeRecords records() {
    return session.catalog().columnTypeRecords(changes);
  }

  ObjectLookup lookup() {
    return new ObjectLookup(session);
  }

  EngineTypes types() {
    return new EngineTypes(session.catalog());
  }
}
