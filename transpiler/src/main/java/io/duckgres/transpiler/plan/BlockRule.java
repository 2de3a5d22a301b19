package io.duckgres.transpiler.plan;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;

/**
 * Whether a statement may run inside or outside a transaction block.
 *
 * @param kind the rule
 * @param statement the statement's name in PostgreSQL's messages; null for {@link Kind#ANYWHERE}
 * @see <a href="https://www.postgresql.org/docs/17/sql-vacuum.html">VACUUM</a>; the checks are
 *     PreventInTransactionBlock, RequireTransactionBlock and WarnNoTransactionBlock of {@code
 *     src/backend/access/transam/xact.c}
 */
public record BlockRule(Kind kind, String statement) {

  /** What is asked of the surrounding transaction. */
  public enum Kind {
    /** Nothing. */
    ANYWHERE,
    /** 25P01 outside a transaction block. */
    INSIDE,
    /** A warning 25P01 outside a transaction block, where the statement has no effect. */
    INSIDE_OR_WARN,
    /** 25001 inside a transaction block. */
    OUTSIDE
  }

  /** Inside and outside. */
  public static final BlockRule ANYWHERE = new BlockRule(Kind.ANYWHERE, null);

  /** Only inside a transaction block. */
  public static BlockRule inside(String statement) {
    return new BlockRule(Kind.INSIDE, statement);
  }

  /** Without effect outside a transaction block. */
  public static BlockRule insideOrWarn(String statement) {
    return new BlockRule(Kind.INSIDE_OR_WARN, statement);
  }

  /** Never inside a transaction block. */
  public static BlockRule outside(String statement) {
    return new BlockRule(Kind.OUTSIDE, statement);
  }

  /**
   * Applies the rule.
   *
   * @param inBlock whether the session is in a transaction block, an implicit one of several
   *     statements included
   * @return a warning for the client, or null
   * @throws PgException 25001 or 25P01
   */
  public PgNotice check(boolean inBlock) {
    switch (kind) {
      case OUTSIDE:
        if (inBlock) {
          throw new PgException(
              SqlState.ACTIVE_SQL_TRANSACTION,
              statement + " cannot run inside a transaction block");
        }
        return null;
      case INSIDE:
        if (!inBlock) {
          throw new PgException(SqlState.NO_ACTIVE_SQL_TRANSACTION, onlyInside());
        }
        return null;
      case INSIDE_OR_WARN:
        return inBlock ? null : PgNotice.warning(SqlState.NO_ACTIVE_SQL_TRANSACTION, onlyInside());
      default:
        return null;
    }
  }

  private String onlyInside() {
    return statement + " can only be used in transaction blocks";
  }
}
