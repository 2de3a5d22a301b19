package io.duckgres.gateway.wire;

/** The connection is closed: whatever the session is doing has nobody to answer. */
public final class ClientGoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a stack trace: it is no failure of ours. */
  public ClientGoneException() {
    super("the client closed the connection", null, false, false);
  }
}
