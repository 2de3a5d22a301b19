package io.duckgres.compat.cases;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What came of a case.
 *
 * @param subject the case
 * @param differences between the server and PostgreSQL, over all modes
 * @param duckDb what plain DuckDB makes of it
 */
record CaseResult(Case subject, List<Difference> differences, DuckDbAlone.Verdict duckDb) {

  Set<Aspect> aspects() {
    Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
    differences.forEach(difference -> aspects.add(difference.aspect()));
    return aspects;
  }
}
