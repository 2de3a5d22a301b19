package io.duckgres.gateway.config;

/**
 * What one client may ask of the server; what each component means is said at its key in {@link
 * ConfigKeys}.
 *
 * @param loginSeconds from the connection to the end of authentication
 * @param messageBytes of one message, its length field included
 * @param parameters of one statement
 * @param preparedStatements of one session
 * @param portals of one session, cursors among them
 */
public record Limits(
    int loginSeconds, int messageBytes, int parameters, int preparedStatements, int portals) {

  static Limits of(ConfigValues values) throws ConfigException {
    return new Limits(
        values.get(LimitKeys.LOGIN_SECONDS),
        values.get(LimitKeys.MESSAGE_BYTES),
        values.get(LimitKeys.PARAMETERS),
        values.get(LimitKeys.PREPARED_STATEMENTS),
        values.get(LimitKeys.PORTALS));
  }

  /** What counts when nothing is configured. */
  public static Limits defaults() {
    return new Limits(
        LimitKeys.LOGIN_SECONDS.defaultValue(),
        LimitKeys.MESSAGE_BYTES.defaultValue(),
        LimitKeys.PARAMETERS.defaultValue(),
        LimitKeys.PREPARED_STATEMENTS.defaultValue(),
        LimitKeys.PORTALS.defaultValue());
  }
}
