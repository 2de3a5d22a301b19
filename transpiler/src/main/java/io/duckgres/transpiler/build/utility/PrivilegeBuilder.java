package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.GranteesContext;
import io.duckgres.grammar.PostgresParser.PrivilegeTargetContext;
import io.duckgres.grammar.PostgresParser.PrivilegesContext;
import io.duckgres.grammar.PostgresParser.RoleNamesContext;
import io.duckgres.grammar.PostgresParser.StatementContext;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.PrivilegeStatement;
import io.duckgres.transpiler.statement.PrivilegeStatement.Privilege;
import io.duckgres.transpiler.statement.PrivilegeStatement.TargetKind;
import io.duckgres.transpiler.statement.UtilityStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** GRANT, REVOKE and roles. */
final class PrivilegeBuilder {
  private PrivilegeBuilder() {}

  /** The statement; null for any other. */
  static UtilityStatement statement(StatementContext context) {
    if (context.grantStmt() != null) {
      PostgresParser.GrantStmtContext grant = context.grantStmt();
      return grant.privilegeTarget() == null
          ? membership(true, grant.privileges(), grant.grantees())
          : privileges(
              true,
              grant.privileges(),
              grant.privilegeTarget(),
              grant.grantees(),
              grant.OPTION() != null);
    }
    if (context.revokeStmt() != null) {
      PostgresParser.RevokeStmtContext revoke = context.revokeStmt();
      return revoke.privilegeTarget() == null
          ? membership(false, revoke.privileges(), revoke.grantees())
          : privileges(
              false,
              revoke.privileges(),
              revoke.privilegeTarget(),
              revoke.grantees(),
              revoke.option != null);
    }
    if (context.alterDefaultPrivilegesStmt() != null) {
      return defaults(context.alterDefaultPrivilegesStmt());
    }
    if (context.createRoleStmt() != null) {
      PostgresParser.CreateRoleStmtContext create = context.createRoleStmt();
      List<String> attributes = new ArrayList<>();
      for (PostgresParser.CreateRoleOptionContext option : create.options) {
        attributes.add(attribute(option.roleOption()));
      }
      return new PrivilegeStatement.Role(
          capitals(create.kind), true, Words.role(create.roleName()), attributes);
    }
    if (context.alterRoleStmt() instanceof PostgresParser.AlterRoleContext alter) {
      return new PrivilegeStatement.Role(
          capitals(alter.kind),
          false,
          Words.role(alter.roleName()),
          alter.options.stream().map(PrivilegeBuilder::attribute).toList());
    }
    if (context.dropStmt() instanceof PostgresParser.DropRoleContext drop) {
      return new PrivilegeStatement.DropRole(roles(drop.roleNames()), drop.ifExists() != null);
    }
    return null;
  }

  private static String capitals(org.antlr.v4.runtime.Token token) {
    return token.getText().toUpperCase(Locale.ROOT);
  }

  /** An attribute that stands alone; passwords and limits are not kept. */
  private static String attribute(PostgresParser.RoleOptionContext option) {
    if (option == null) {
      return "";
    }
    if (option.flag != null) {
      return Words.value(option.flag).toUpperCase(Locale.ROOT);
    }
    return option.INHERIT() != null ? "INHERIT" : "";
  }

  private static PrivilegeStatement privileges(
      boolean grant,
      PrivilegesContext privileges,
      PrivilegeTargetContext target,
      GranteesContext grantees,
      boolean option) {
    List<ObjectName> objects = new ArrayList<>();
    List<String> schemas = List.of();
    TargetKind kind = TargetKind.OTHER;
    if (target instanceof PostgresParser.TablesTargetContext tables) {
      kind = TargetKind.TABLE;
      objects.addAll(Words.objects(tables.anyNameList()));
    } else if (target instanceof PostgresParser.QualifiedTargetContext qualified) {
      kind = qualified.SEQUENCE() != null ? TargetKind.SEQUENCE : TargetKind.TYPE;
      objects.addAll(Words.objects(qualified.anyNameList()));
    } else if (target instanceof PostgresParser.FunctionsTargetContext) {
      kind = TargetKind.FUNCTION;
    } else if (target instanceof PostgresParser.PlainTargetContext plain) {
      kind = TargetKind.valueOf(capitals(plain.kind));
      for (String name : Names.list(plain.nameList())) {
        objects.add(new ObjectName(List.of(name), -1));
      }
    } else if (target instanceof PostgresParser.AllInSchemaTargetContext all) {
      kind =
          all.TABLES() != null
              ? TargetKind.TABLE
              : all.SEQUENCES() != null ? TargetKind.SEQUENCE : TargetKind.FUNCTION;
      schemas = Names.list(all.nameList());
    } else if (target instanceof PostgresParser.ParametersTargetContext) {
      kind = TargetKind.PARAMETER;
    }
    return new PrivilegeStatement.Grant(
        grant, list(privileges), kind, objects, schemas, grantees(grantees), option);
  }

  private static List<Privilege> list(PrivilegesContext context) {
    List<Privilege> privileges = new ArrayList<>();
    for (PostgresParser.PrivilegeContext privilege : context.list_) {
      privileges.add(new Privilege(name(privilege), Names.list(privilege.columns)));
    }
    if (privileges.isEmpty() && context.columns != null) {
      for (String name : List.of("SELECT", "INSERT", "UPDATE", "REFERENCES")) {
        privileges.add(new Privilege(name, Names.list(context.columns)));
      }
    }
    return privileges;
  }

  private static String name(PostgresParser.PrivilegeContext privilege) {
    return privilege.ALTER() != null
        ? "ALTER SYSTEM"
        : privilege.getStart().getText().toUpperCase(Locale.ROOT);
  }

  private static PrivilegeStatement membership(
      boolean grant, PrivilegesContext roles, GranteesContext members) {
    List<String> names = new ArrayList<>();
    for (PostgresParser.PrivilegeContext role : roles.list_) {
      names.add(
          role.colId() == null
              ? role.getStart().getText().toLowerCase(Locale.ROOT)
              : Names.name(role.colId()));
    }
    return new PrivilegeStatement.Membership(grant, names, grantees(members));
  }

  private static PrivilegeStatement defaults(
      PostgresParser.AlterDefaultPrivilegesStmtContext context) {
    List<String> roles = new ArrayList<>();
    List<String> schemas = new ArrayList<>();
    for (PostgresParser.DefaultPrivilegeOptionContext option : context.options) {
      if (option.nameList() != null) {
        schemas.addAll(Names.list(option.nameList()));
      } else {
        roles.addAll(roles(option.roleNames()));
      }
    }
    return new PrivilegeStatement.DefaultPrivileges(roles, schemas, grantees(context.grantees()));
  }

  private static List<String> roles(RoleNamesContext context) {
    List<String> names = new ArrayList<>();
    context.names.forEach(role -> names.add(Words.role(role)));
    return names;
  }

  private static List<String> grantees(GranteesContext context) {
    List<String> names = new ArrayList<>();
    context.names.forEach(grantee -> names.add(Words.role(grantee.roleName())));
    return names;
  }
}
