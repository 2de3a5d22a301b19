package io.duckgres.compat.wire;

/** The server refused a login; its error is the next message on the connection. */
public final class LoginRefusedException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  LoginRefusedException(String message) {
    super(message);
  }
}
