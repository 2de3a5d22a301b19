package io.duckgres.gateway.engine;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which sorts of statements a client may send to DuckDB's own parser.
 *
 * <p>It is courtesy, not the wall: files, extensions and settings are refused by DuckDB itself (see
 * {@link DuckDbSettings#sandbox}). What it adds is PostgreSQL's error before anything runs, and the
 * protection of the attached emulation from DETACH.
 */
public final class StatementPolicy {
  private static final Set<StatementKind> REFUSED =
      EnumSet.of(
          StatementKind.ATTACH,
          StatementKind.DETACH,
          StatementKind.COPY,
          StatementKind.EXPORT,
          StatementKind.IMPORT,
          StatementKind.INSTALL,
          StatementKind.LOAD);

  private StatementPolicy() {}

  /**
   * Whether the statement is a SET, or a SHOW of nothing, which PostgreSQL has as well; our grammar
   * would have understood them as PostgreSQL does.
   */
  public static boolean isSetting(String sql) {
    return StatementKind.of(sql) == StatementKind.SET || StatementKind.isBareShow(sql);
  }

  /**
   * Checks a statement of the client's that our grammar can't parse, before the engine sees it.
   *
   * @throws PgException 42501 when it may not be executed
   */
  public static void check(String sql) {
    StatementKind kind = StatementKind.of(sql);
    if (REFUSED.contains(kind)) {
      throw new PgException(
          SqlState.INSUFFICIENT_PRIVILEGE, "permission denied for statement " + kind.name());
    }
    ForbiddenFunctions.check(sql);
  }
}
