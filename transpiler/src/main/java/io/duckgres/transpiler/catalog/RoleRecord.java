package io.duckgres.transpiler.catalog;

/**
 * A role that is kept for what is granted to it: nobody can log in as it, since each user of the
 * server has a database of their own.
 *
 * @param name {@code rolname}
 */
public record RoleRecord(
    String name,
    boolean superuser,
    boolean inherit,
    boolean createRole,
    boolean createDatabase,
    boolean login,
    boolean replication,
    boolean bypassRowSecurity) {

  /** A role with or without an attribute, as CREATE ROLE names it; others change nothing. */
  public RoleRecord with(String attribute) {
    boolean on = !attribute.startsWith("NO");
    return switch (on ? attribute : attribute.substring(2)) {
      case "SUPERUSER" ->
          new RoleRecord(
              name, on, inherit, createRole, createDatabase, login, replication, bypassRowSecurity);
      case "INHERIT" ->
          new RoleRecord(
              name,
              superuser,
              on,
              createRole,
              createDatabase,
              login,
              replication,
              bypassRowSecurity);
      case "CREATEROLE" ->
          new RoleRecord(
              name, superuser, inherit, on, createDatabase, login, replication, bypassRowSecurity);
      case "CREATEDB" ->
          new RoleRecord(
              name, superuser, inherit, createRole, on, login, replication, bypassRowSecurity);
      case "LOGIN" ->
          new RoleRecord(
              name,
              superuser,
              inherit,
              createRole,
              createDatabase,
              on,
              replication,
              bypassRowSecurity);
      case "REPLICATION" ->
          new RoleRecord(
              name, superuser, inherit, createRole, createDatabase, login, on, bypassRowSecurity);
      case "BYPASSRLS" ->
          new RoleRecord(
              name, superuser, inherit, createRole, createDatabase, login, replication, on);
      default -> this;
    };
  }
}
