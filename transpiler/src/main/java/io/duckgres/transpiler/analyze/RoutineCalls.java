package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgProcs;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.catalog.Routine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds PostgreSQL's functions and users' by name.
 *
 * <p>Source: {@code src/backend/catalog/namespace.c} (FuncnameGetCandidates).
 */
final class RoutineCalls {
  private static final String SYSTEM = "pg_catalog";

  private final Analysis analysis;

  RoutineCalls(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * All functions that a name may mean; of those with the same arguments the first along the search
   * path.
   *
   * @param name schema first when given
   */
  List<PgProc> named(List<String> name) {
    String own = name.get(name.size() - 1);
    if (name.size() > 1) {
      String schema = name.get(name.size() - 2);
      return schema.equals(SYSTEM) ? PgProcs.byName(own) : users(schema, own);
    }
    List<PgProc> system = PgProcs.byName(own);
    if (analysis.catalog.routines(null, own).isEmpty()) {
      return system;
    }
    Set<List<PgType>> seen = new HashSet<>();
    List<PgProc> found = new ArrayList<>();
    for (String schema : analysis.context.searchPath()) {
      for (PgProc proc : schema.equals(SYSTEM) ? system : users(schema, own)) {
        if (seen.add(proc.argumentTypes())) {
          found.add(proc);
        }
      }
    }
    return found;
  }

  private List<PgProc> users(String schema, String name) {
    return analysis.catalog.routines(schema, name).stream().map(Routine::proc).toList();
  }

  /** The user's function with this row of {@code pg_proc}; null for PostgreSQL's own. */
  Routine of(PgProc proc) {
    if (PgProcs.byOid(proc.oid()) == proc) {
      return null;
    }
    for (Routine routine : analysis.catalog.routines(null, proc.name())) {
      if (routine.proc() == proc) {
        return routine;
      }
    }
    return null;
  }
}
