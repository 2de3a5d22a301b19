package io.duckgres.gateway.engine;

/**
 * An error as the engine reports it; {@link EngineErrors} turns it into PostgreSQL's.
 *
 * <p>The message is the engine's own, class first: {@code Binder Error: …}.
 */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * The parts of the engine's error.
   *
   * @param kind its class: Binder, Catalog, Constraint, Conversion, Out of Range …
   * @param text its message without the class
   * @param subtype a finer class such as MISSING_ENTRY or COLUMN_NOT_FOUND; null when there is none
   * @param objectKind what is missing or in the way: Table, Scalar Function, Type …; may be null
   * @param objectName its name; may be null
   * @param position UTF-8 offset in the engine's SQL, -1 when the error has none
   */
  public record Details(
      String kind, String text, String subtype, String objectKind, String objectName, int position)
      implements java.io.Serializable {}

  private final Details details;

  /** An error that the engine reported as {@code details}. */
  public EngineException(Details details, Throwable cause) {
    super(details.kind() + " Error: " + details.text(), cause);
    this.details = details;
  }

  /** The parts of the error. */
  public Details details() {
    return details;
  }

  /** True when {@link EngineSession#cancel()} ended the statement. */
  public boolean isInterrupt() {
    return details.kind().equalsIgnoreCase("INTERRUPT");
  }
}
