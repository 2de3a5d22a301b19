package io.duckgres.pgtype;

/**
 * A cast: a row of {@code pg_cast}.
 *
 * @param source type that is cast
 * @param target type that it becomes
 * @param function function that does it, null when the cast is binary-coercible
 * @param context where it applies
 */
public record PgCast(PgType source, PgType target, PgProc function, Context context) {
  /** {@code pg_cast.castcontext}, from the widest to the narrowest use. */
  public enum Context {
    IMPLICIT,
    ASSIGNMENT,
    EXPLICIT
  }

  /** True when the value needs no conversion at all ({@code castmethod} b). */
  public boolean isBinaryCoercible() {
    return function == null;
  }
}
