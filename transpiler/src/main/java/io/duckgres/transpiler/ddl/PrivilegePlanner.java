package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.RoleRecord;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.PrivilegeStatement;
import io.duckgres.transpiler.statement.PrivilegeStatement.DefaultPrivileges;
import io.duckgres.transpiler.statement.PrivilegeStatement.DropRole;
import io.duckgres.transpiler.statement.PrivilegeStatement.Grant;
import io.duckgres.transpiler.statement.PrivilegeStatement.Membership;
import io.duckgres.transpiler.statement.PrivilegeStatement.Privilege;
import io.duckgres.transpiler.statement.PrivilegeStatement.Role;
import io.duckgres.transpiler.statement.PrivilegeStatement.TargetKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Roles and privileges, which are kept and shown. Nothing is enforced by them: whoever is connected
 * is the user whose database it is.
 *
 * <p>Source of checks: {@code src/backend/catalog/aclchk.c}, {@code src/backend/commands/user.c}.
 */
final class PrivilegePlanner {
  private static final Map<TargetKind, List<String>> PRIVILEGES =
      Map.of(
          TargetKind.TABLE,
          List.of(
              "INSERT",
              "SELECT",
              "UPDATE",
              "DELETE",
              "TRUNCATE",
              "REFERENCES",
              "TRIGGER",
              "MAINTAIN"),
          TargetKind.SEQUENCE,
          List.of("SELECT", "UPDATE", "USAGE"),
          TargetKind.FUNCTION,
          List.of("EXECUTE"),
          TargetKind.SCHEMA,
          List.of("USAGE", "CREATE"),
          TargetKind.DATABASE,
          List.of("CREATE", "CONNECT", "TEMPORARY", "TEMP"),
          TargetKind.TYPE,
          List.of("USAGE"),
          TargetKind.LANGUAGE,
          List.of("USAGE"),
          TargetKind.TABLESPACE,
          List.of("CREATE"),
          TargetKind.PARAMETER,
          List.of("SET", "ALTER SYSTEM"));

  private final DefinitionContext context;

  PrivilegePlanner(DefinitionContext context) {
    this.context = context;
  }

  StatementPlan plan(PrivilegeStatement statement) {
    Steps steps = new Steps();
    if (statement instanceof Grant grant) {
      privileges(grant, steps);
      return steps.definition(grant.grant() ? "GRANT" : "REVOKE");
    }
    if (statement instanceof Membership membership) {
      membership(membership, steps);
      return steps.definition(membership.grant() ? "GRANT ROLE" : "REVOKE ROLE");
    }
    if (statement instanceof Role role) {
      role(role, steps);
      return steps.definition(role.create() ? "CREATE ROLE" : "ALTER ROLE");
    }
    if (statement instanceof DropRole drop) {
      drop(drop, steps);
      return steps.definition("DROP ROLE");
    }
    defaults((DefaultPrivileges) statement);
    return steps.definition("ALTER DEFAULT PRIVILEGES");
  }

  private void privileges(Grant grant, Steps steps) {
    List<String> possible = PRIVILEGES.get(grant.kind());
    if (possible == null) {
      throw PgException.notSupported(
          (grant.grant() ? "GRANT" : "REVOKE") + " on this kind of object");
    }
    for (String grantee : grant.grantees()) {
      if (grantee == null || !grantee.equals(Roles.PUBLIC)) {
        Roles.checkExists(grantee, context);
      }
    }
    List<Privilege> wanted = new ArrayList<>(grant.privileges());
    if (wanted.isEmpty()) {
      possible.forEach(name -> wanted.add(new Privilege(name, List.of())));
    }
    for (Target target : targets(grant)) {
      TargetKind kind = target.sequence() ? TargetKind.SEQUENCE : grant.kind();
      for (Privilege privilege : wanted) {
        if (PRIVILEGES.values().stream().noneMatch(known -> known.contains(privilege.name()))) {
          throw Errors.of(
              SqlState.SYNTAX_ERROR,
              "unrecognized privilege type \""
                  + privilege.name().toLowerCase(java.util.Locale.ROOT)
                  + "\"");
        }
        if (!PRIVILEGES.get(kind).contains(privilege.name())
            && !(kind == TargetKind.SEQUENCE && grant.privileges().isEmpty())) {
          throw Errors.of(
              SqlState.INVALID_GRANT_OPERATION,
              "invalid privilege type "
                  + privilege.name()
                  + " for "
                  + kind.name().toLowerCase(java.util.Locale.ROOT));
        }
        change(grant, kind, target, privilege, steps);
      }
    }
  }

  private void change(
      Grant grant, TargetKind kind, Target target, Privilege privilege, Steps steps) {
    List<String> columns = privilege.columns().isEmpty() ? List.of("") : privilege.columns();
    for (String column : columns) {
      if (!column.isEmpty()
          && target.relation() != null
          && target.relation().attribute(column) == null) {
        throw Errors.noColumn(column, target.relation().name());
      }
      for (String grantee : grant.grantees()) {
        String role = grantee == null ? context.session().user() : grantee;
        if (!role.equals(context.session().user())) {
          steps.addAll(
              context
                  .records()
                  .privilegeChanged(
                      kind.name(),
                      target.schema(),
                      target.name(),
                      column,
                      role,
                      privilege.name(),
                      grant.grant(),
                      grant.option()));
        }
      }
    }
  }

  /** An object; its relation is null for other kinds. */
  private record Target(String schema, String name, Relation relation) {
    boolean sequence() {
      return relation != null && relation.kind() == Relation.Kind.SEQUENCE;
    }
  }

  private List<Target> targets(Grant grant) {
    List<Target> targets = new ArrayList<>();
    for (String schema : grant.schemas()) {
      checkSchema(schema);
      for (Relation relation : context.catalog().relations()) {
        boolean sequence = relation.kind() == Relation.Kind.SEQUENCE;
        boolean wanted =
            grant.kind() == TargetKind.SEQUENCE
                ? sequence
                : grant.kind() == TargetKind.TABLE && !sequence;
        if (wanted && relation.schema().equals(schema)) {
          targets.add(new Target(schema, relation.name(), relation));
        }
      }
    }
    for (ObjectName name : grant.objects()) {
      targets.add(target(grant.kind(), name));
    }
    return targets;
  }

  private Target target(TargetKind kind, ObjectName name) {
    return switch (kind) {
      case TABLE, SEQUENCE -> {
        Relation relation = context.lookup().existing(name.withoutPosition());
        if (kind == TargetKind.SEQUENCE && relation.kind() != Relation.Kind.SEQUENCE) {
          throw Errors.of(
              SqlState.WRONG_OBJECT_TYPE, "\"" + relation.name() + "\" is not a sequence");
        }
        yield new Target(relation.schema(), relation.name(), relation);
      }
      case SCHEMA -> {
        checkSchema(name.name());
        yield new Target(name.name(), name.name(), null);
      }
      case DATABASE -> {
        if (!name.name().equals(context.session().database())) {
          throw Errors.of(
              SqlState.INVALID_CATALOG_NAME, "database \"" + name.name() + "\" does not exist");
        }
        yield new Target("", name.name(), null);
      }
      case TYPE -> {
        if (context.lookup().type(name) == null) {
          throw Errors.of(SqlState.UNDEFINED_OBJECT, "type \"" + name + "\" does not exist");
        }
        yield new Target(name.schema() == null ? "" : name.schema(), name.name(), null);
      }
      default -> new Target("", name.name(), null);
    };
  }

  private void checkSchema(String schema) {
    if (!context.catalog().hasSchema(schema)) {
      throw Errors.of(SqlState.INVALID_SCHEMA_NAME, "schema \"" + schema + "\" does not exist");
    }
  }

  private void membership(Membership statement, Steps steps) {
    for (String role : statement.roles()) {
      Roles.checkExists(role, context);
      for (String member : statement.members()) {
        Roles.checkExists(member, context);
        steps.addAll(
            context
                .records()
                .memberChanged(
                    role, member == null ? context.session().user() : member, statement.grant()));
      }
    }
  }

  private void role(Role statement, Steps steps) {
    String name = statement.name();
    if (statement.create()) {
      if (name == null || Roles.exists(name, context)) {
        throw Errors.of(SqlState.DUPLICATE_OBJECT, "role \"" + name + "\" already exists");
      }
      if (name.startsWith("pg_")) {
        throw Errors.of(SqlState.RESERVED_NAME, "role name \"" + name + "\" is reserved")
            .withDetail("Role names starting with \"pg_\" are reserved.");
      }
      boolean login = statement.word().equals("USER");
      RoleRecord role = new RoleRecord(name, false, true, false, false, login, false, false);
      for (String attribute : statement.attributes()) {
        role = role.with(attribute);
      }
      steps.addAll(context.records().roleChanged(role));
      return;
    }
    Roles.checkExists(name, context);
    for (RoleRecord kept : context.catalog().roles()) {
      if (kept.name().equals(name)) {
        RoleRecord role = kept;
        for (String attribute : statement.attributes()) {
          role = role.with(attribute);
        }
        steps.addAll(context.records().roleChanged(role));
        return;
      }
    }
    throw PgException.notSupported("altering the user of a database or a predefined role");
  }

  private void drop(DropRole statement, Steps steps) {
    Set<String> names = new LinkedHashSet<>(statement.names());
    for (String name : names) {
      if (!Roles.exists(name, context)) {
        if (!statement.ifExists()) {
          throw Errors.of(SqlState.UNDEFINED_OBJECT, "role \"" + name + "\" does not exist");
        }
        steps.notice(PgNotice.skipping("role \"" + name + "\" does not exist, skipping"));
        continue;
      }
      if (name == null || name.equals(context.session().user())) {
        throw Errors.of(SqlState.OBJECT_IN_USE, "current user cannot be dropped");
      }
      steps.addAll(context.records().roleDropped(name));
    }
  }

  /** What other roles may do with objects to come is nobody's matter here. */
  private void defaults(DefaultPrivileges statement) {
    statement.roles().forEach(role -> Roles.checkExists(role, context));
    statement.schemas().forEach(this::checkSchema);
    for (String grantee : statement.grantees()) {
      if (grantee == null || !grantee.equals(Roles.PUBLIC)) {
        Roles.checkExists(grantee, context);
      }
    }
  }
}
