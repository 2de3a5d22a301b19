package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.MaterializedView;
import io.duckgres.transpiler.catalog.Relation;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Finds the relation that a name means, along the search path where it is not qualified. */
final class RelationLookup {
  private final Analysis analysis;

  RelationLookup(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * The relation.
   *
   * @throws PgException 42P01 at the name, 3F000 never: PostgreSQL reports a missing schema so too
   */
  Relation find(List<String> name, SqlNode at) {
    Relation found = search(name);
    if (found != null && found.kind() != Relation.Kind.INDEX) {
      requirePopulated(found);
      return found;
    }
    if (found != null) {
      throw Analysis.at(
          new PgException(
                  SqlState.WRONG_OBJECT_TYPE, "cannot open relation \"" + found.name() + "\"")
              .withDetail("This operation is not supported for indexes."),
          at);
    }
    Relation attached = attached(name);
    if (attached != null) {
      return attached;
    }
    throw Analysis.error(
        SqlState.UNDEFINED_TABLE, "relation \"" + String.join(".", name) + "\" does not exist", at);
  }

  private void requirePopulated(Relation relation) {
    MaterializedView view = analysis.catalog.materializedView(relation);
    if (view != null && !view.populated()) {
      throw new PgException(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              "materialized view \"" + relation.name() + "\" has not been populated")
          .withHint("Use the REFRESH MATERIALIZED VIEW command.");
    }
  }

  /** The relation, or null. */
  Relation search(List<String> name) {
    String relation = name.get(name.size() - 1);
    if (name.size() == 2 || (name.size() == 3 && name.get(0).equals(analysis.context.database()))) {
      return analysis.catalog.relation(name.get(name.size() - 2), relation);
    }
    if (name.size() > 2) {
      return null;
    }
    Relation temporary = analysis.catalog.relation("pg_temp", relation);
    if (temporary != null) {
      return temporary;
    }
    for (String schema : analysis.context.searchPath()) {
      Relation found = analysis.catalog.relation(schema, relation);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** A table of a database that the engine has attached: only the engine knows its columns. */
  private Relation attached(List<String> name) {
    if (name.size() != 3) {
      return null;
    }
    StringBuilder sql = new StringBuilder("SELECT * FROM ");
    for (int i = 0; i < name.size(); i++) {
      sql.append(i == 0 ? "\"" : ".\"").append(name.get(i).replace("\"", "\"\"")).append('"');
    }
    List<Attribute> columns = analysis.catalog.describe(sql.toString());
    return new Relation(0, name.get(1), name.get(2), Relation.Kind.TABLE, name, columns);
  }
}
