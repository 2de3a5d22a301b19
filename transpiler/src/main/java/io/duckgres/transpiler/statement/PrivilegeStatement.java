package io.duckgres.transpiler.statement;

import java.util.List;

/** Roles and privileges. A null name of a role is CURRENT_USER or one of its kin. */
public sealed interface PrivilegeStatement extends UtilityStatement {

  /** What privileges are on. */
  enum TargetKind {
    TABLE,
    SEQUENCE,
    FUNCTION,
    SCHEMA,
    DATABASE,
    TYPE,
    LANGUAGE,
    TABLESPACE,
    PARAMETER,
    OTHER
  }

  /**
   * A privilege.
   *
   * @param name in capitals
   * @param columns of a table, empty for all of it
   */
  record Privilege(String name, List<String> columns) {
    public Privilege {
      columns = List.copyOf(columns);
    }
  }

  /**
   * GRANT and REVOKE of privileges.
   *
   * @param grant GRANT, otherwise REVOKE
   * @param privileges empty for ALL
   * @param objects the objects; empty with {@code schemas}
   * @param schemas of ALL … IN SCHEMA
   * @param grantees roles, {@code public} for PUBLIC
   * @param option WITH GRANT OPTION, or REVOKE GRANT OPTION FOR
   */
  record Grant(
      boolean grant,
      List<Privilege> privileges,
      TargetKind kind,
      List<ObjectName> objects,
      List<String> schemas,
      List<String> grantees,
      boolean option)
      implements PrivilegeStatement {
    public Grant {
      privileges = List.copyOf(privileges);
      objects = List.copyOf(objects);
      schemas = List.copyOf(schemas);
    }
  }

  /** GRANT and REVOKE of roles. */
  record Membership(boolean grant, List<String> roles, List<String> members)
      implements PrivilegeStatement {}

  /**
   * CREATE ROLE, USER and GROUP, and ALTER of them.
   *
   * @param word the kind named
   * @param create CREATE, otherwise ALTER
   * @param attributes in capitals, such as {@code NOLOGIN}
   */
  record Role(String word, boolean create, String name, List<String> attributes)
      implements PrivilegeStatement {
    public Role {
      attributes = List.copyOf(attributes);
    }
  }

  /** DROP ROLE, USER and GROUP. */
  record DropRole(List<String> names, boolean ifExists) implements PrivilegeStatement {}

  /** ALTER DEFAULT PRIVILEGES, which is about objects to come. */
  record DefaultPrivileges(List<String> roles, List<String> schemas, List<String> grantees)
      implements PrivilegeStatement {}
}
