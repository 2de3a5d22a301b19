package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.CollateCall;
import java.util.Set;

/** Collations: the engine compares by code point, as those do that PostgreSQL builds in. */
final class Collations {
  private static final Set<String> BY_CODE_POINT =
      Set.of("default", "C", "POSIX", "ucs_basic", "pg_c_utf8", "C.utf8", "C.UTF-8");
  private static final Set<String> LINGUISTIC = Set.of("unicode", "und-x-icu", "en-x-icu");

  private Collations() {}

  static void check(CollateCall call) {
    String name = call.collation().get(call.collation().size() - 1);
    if (BY_CODE_POINT.contains(name)) {
      return;
    }
    if (LINGUISTIC.contains(name)) {
      throw Analysis.at(PgException.notSupported("collation \"" + name + "\""), call);
    }
    throw Analysis.error(
        SqlState.UNDEFINED_OBJECT,
        "collation \""
            + String.join(".", call.collation())
            + "\" for encoding \"UTF8\" does not exist",
        call);
  }
}
