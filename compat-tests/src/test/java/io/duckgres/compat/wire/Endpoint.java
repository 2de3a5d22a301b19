package io.duckgres.compat.wire;

import java.util.Objects;

/**
 * Where a server listens and who may log in there.
 *
 * @param host host name or address
 * @param port TCP port
 * @param user a superuser's name, authenticated with SCRAM over TLS
 * @param password that user's password
 * @param database the database to connect to
 */
public record Endpoint(String host, int port, String user, String password, String database) {

  public Endpoint {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(database, "database");
  }

  /** The same server, seen by another user. */
  public Endpoint as(String otherUser, String otherPassword) {
    return new Endpoint(host, port, otherUser, otherPassword, database);
  }
}
