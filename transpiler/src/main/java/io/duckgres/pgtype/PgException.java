package io.duckgres.pgtype;

import java.util.Objects;

/**
 * An error on its way to the client: everything that an ErrorResponse carries. It is thrown without
 * a stack trace, since it tells of the client's statement and not of our code.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-error-fields.html">Error fields</a>
 */
public final class PgException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names of the objects that the error is about; each may be null. */
  public record ErrorObject(
      String schema, String table, String column, String dataType, String constraint)
      implements java.io.Serializable {
    /** No names at all. */
    public static final ErrorObject NONE = new ErrorObject(null, null, null, null, null);
  }

  private final SqlState state;
  private final String detail;
  private final String hint;
  private final int position;
  private final String where;
  private final ErrorObject object;

  /** An error without further fields. */
  public PgException(SqlState state, String message) {
    this(state, message, null, null, 0, null, ErrorObject.NONE, null);
  }

  private PgException(
      SqlState state,
      String message,
      String detail,
      String hint,
      int position,
      String where,
      ErrorObject object,
      Throwable cause) {
    super(message, cause, false, false);
    this.state = Objects.requireNonNull(state);
    this.detail = detail;
    this.hint = hint;
    this.position = position;
    this.where = where;
    this.object = object;
  }

  /** The error 0A000 for a feature that we can't offer; {@code feature} names it. */
  public static PgException notSupported(String feature) {
    return new PgException(SqlState.FEATURE_NOT_SUPPORTED, feature + " is not supported");
  }

  /** The same error with a detail line. */
  public PgException withDetail(String newDetail) {
    return new PgException(
        state, getMessage(), newDetail, hint, position, where, object, getCause());
  }

  /** The same error with a hint. */
  public PgException withHint(String newHint) {
    return new PgException(
        state, getMessage(), detail, newHint, position, where, object, getCause());
  }

  /**
   * The same error with a position.
   *
   * @param newPosition 1-based, in characters (code points) of the client's text; 0 for none
   */
  public PgException withPosition(int newPosition) {
    return new PgException(
        state, getMessage(), detail, hint, newPosition, where, object, getCause());
  }

  /** The same error with a context line, for instance a line of COPY data. */
  public PgException withWhere(String newWhere) {
    return new PgException(
        state, getMessage(), detail, hint, position, newWhere, object, getCause());
  }

  /** The same error naming the objects that it is about. */
  public PgException withObject(ErrorObject newObject) {
    return new PgException(
        state, getMessage(), detail, hint, position, where, newObject, getCause());
  }

  /** The same error with what caused it, for the log alone. */
  public PgException withCause(Throwable cause) {
    return new PgException(state, getMessage(), detail, hint, position, where, object, cause);
  }

  public SqlState state() {
    return state;
  }

  /** The detail line, or null. */
  public String detail() {
    return detail;
  }

  /** The hint, or null. */
  public String hint() {
    return hint;
  }

  /** 1-based position in characters of the client's text, 0 when the error has none. */
  public int position() {
    return position;
  }

  /** The context, or null. */
  public String where() {
    return where;
  }

  /** Names of the objects that the error is about, never null. */
  public ErrorObject object() {
    return object;
  }
}
