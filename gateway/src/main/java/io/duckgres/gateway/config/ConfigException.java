package io.duckgres.gateway.config;

/** The configuration can't be used; the message names the key and where it stands. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public ConfigException(String message) {
    super(message);
  }
}
