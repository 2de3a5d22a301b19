package io.duckgres.gateway.engine;

/** An error in the engine's own words; {@link EngineErrors} turns it into PostgreSQL's. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the engine's message, which begins with its class ({@code Binder Error: …}). */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
