package io.duckgres.grammar;

import io.duckgres.grammar.PostgresParser.AlterTableActionContext;
import io.duckgres.grammar.PostgresParser.BracketedExprContext;
import io.duckgres.grammar.PostgresParser.ColumnConstraintContext;
import io.duckgres.grammar.PostgresParser.CopyStmtContext;
import io.duckgres.grammar.PostgresParser.CreateViewStmtContext;
import io.duckgres.grammar.PostgresParser.KeyActionContext;
import io.duckgres.grammar.PostgresParser.OperatorArgumentsContext;
import io.duckgres.grammar.PostgresParser.PartitionClauseContext;
import io.duckgres.grammar.PostgresParser.QueryExpressionContext;
import io.duckgres.grammar.PostgresParser.RevokeStmtContext;
import io.duckgres.grammar.PostgresParser.RoleOptionContext;
import io.duckgres.grammar.PostgresParser.SelectStmtContext;
import io.duckgres.grammar.PostgresParser.TriggerEventContext;
import io.duckgres.grammar.PostgresParser.TriggerEventsContext;
import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What PostgreSQL's parser refuses in definitions and in COPY. */
final class DefinitionRules {
  private static final Set<String> ROLE_FLAGS =
      Set.of(
          "superuser",
          "nosuperuser",
          "createrole",
          "nocreaterole",
          "replication",
          "noreplication",
          "createdb",
          "nocreatedb",
          "login",
          "nologin",
          "bypassrls",
          "nobypassrls",
          "noinherit");
  private static final Set<String> PARTITION_STRATEGIES = Set.of("list", "range", "hash");

  private DefinitionRules() {}

  static void check(ParserRuleContext context, SyntaxRules rules) {
    switch (context.getRuleIndex()) {
      case PostgresParser.RULE_columnConstraint -> check((ColumnConstraintContext) context, rules);
      case PostgresParser.RULE_keyAction -> check((KeyActionContext) context, rules);
      case PostgresParser.RULE_matchClause ->
          check((PostgresParser.MatchClauseContext) context, rules);
      case PostgresParser.RULE_tableConstraint ->
          ConstraintRules.check((PostgresParser.TableConstraintContext) context, rules);
      case PostgresParser.RULE_alterTableAction ->
          AlterRules.check((AlterTableActionContext) context, rules);
      case PostgresParser.RULE_alterTableStmt ->
          AlterRules.check((PostgresParser.AlterTableStmtContext) context, rules);
      case PostgresParser.RULE_partitionClause -> check((PartitionClauseContext) context, rules);
      case PostgresParser.RULE_createSchemaStmt ->
          check((PostgresParser.CreateSchemaStmtContext) context, rules);
      case PostgresParser.RULE_createAssertionStmt ->
          rules.refuseSomewhere(
              context.getStart(), "0A000", "CREATE ASSERTION is not yet implemented");
      case PostgresParser.RULE_operatorArguments ->
          check((OperatorArgumentsContext) context, rules);
      case PostgresParser.RULE_alterTypeAction -> {
        if (context instanceof PostgresParser.DropEnumLabelContext) {
          rules.refuse(context.getStart(), "0A000", "dropping an enum value is not implemented");
        }
      }
      case PostgresParser.RULE_hashBound -> {
        String name = ((PostgresToken) context.getStart()).value();
        if (!name.equals("modulus") && !name.equals("remainder")) {
          rules.refuse(
              context.getStart(),
              "unrecognized hash partition bound specification \"" + name + "\"");
        }
      }
      case PostgresParser.RULE_createViewStmt -> check((CreateViewStmtContext) context, rules);
      case PostgresParser.RULE_identityOption ->
          AlterRules.check((PostgresParser.IdentityOptionContext) context, rules);
      case PostgresParser.RULE_bracketedExpr -> check((BracketedExprContext) context, rules);
      case PostgresParser.RULE_revokeStmt -> check((RevokeStmtContext) context, rules);
      case PostgresParser.RULE_setting -> {
        if (context instanceof PostgresParser.CatalogSettingContext catalog) {
          rules.refuse(catalog.value, "0A000", "current database cannot be changed");
        }
      }
      case PostgresParser.RULE_triggerEvents -> check((TriggerEventsContext) context, rules);
      case PostgresParser.RULE_createPolicyStmt ->
          check((PostgresParser.CreatePolicyStmtContext) context, rules);
      case PostgresParser.RULE_publicationObjects ->
          PublicationRules.check((PostgresParser.PublicationObjectsContext) context, rules);
      case PostgresParser.RULE_roleOption -> check((RoleOptionContext) context, rules);
      case PostgresParser.RULE_copyStmt -> check((CopyStmtContext) context, rules);
      default -> {}
    }
  }

  private static void check(ColumnConstraintContext context, SyntaxRules rules) {
    if (context instanceof PostgresParser.GeneratedConstraintContext generated
        && generated.STORED() != null
        && generated.generatedWhen().ALWAYS() == null) {
      rules.refuse(
          generated.generatedWhen().getStart(),
          "for a generated column, GENERATED ALWAYS must be specified");
    }
  }

  private static void check(KeyActionContext context, SyntaxRules rules) {
    if (context.columns != null && context.event.getType() == PostgresParser.UPDATE) {
      String action = context.NULL() != null ? "SET NULL" : "SET DEFAULT";
      rules.refuse(
          context.getStart(),
          "0A000",
          "a column list with " + action + " is only supported for ON DELETE actions");
    }
  }

  private static void check(PostgresParser.MatchClauseContext context, SyntaxRules rules) {
    if (context.PARTIAL() != null) {
      rules.refuse(context.getStart(), "0A000", "MATCH PARTIAL not yet implemented");
    }
  }

  /** Brackets of the clause hold an expression, such as a query in brackets of its own. */
  private static void check(BracketedExprContext context, SyntaxRules rules) {
    if (context.selectWithParens() == null) {
      return;
    }
    SelectStmtContext inner = context.selectWithParens().selectStmt();
    if (inner.getStart().getType() != PostgresParser.LPS) {
      rules.refuse(inner.getStart());
      return;
    }
    QueryExpressionContext query = inner.queryBody().queryExpression();
    while (query instanceof PostgresParser.SetOperationContext operation) {
      query = operation.left;
    }
    if (query.getStop() != inner.getStop()) {
      rules.refuse(rules.behind(query));
    }
  }

  private static void check(RevokeStmtContext context, SyntaxRules rules) {
    boolean privileges = context.privilegeTarget() != null;
    if (context.option != null && privileges != (context.option.GRANT() != null)) {
      rules.refuse(privileges ? context.ON().getSymbol() : context.FROM().getSymbol());
    }
  }

  private static void check(CreateViewStmtContext context, SyntaxRules rules) {
    if (context.recursive != null && context.columns == null) {
      rules.refuse(rules.behind(context.viewName));
    }
  }

  private static void check(PartitionClauseContext context, SyntaxRules rules) {
    String strategy = ((PostgresToken) context.strategy.getStart()).value();
    if (!PARTITION_STRATEGIES.contains(AsciiCase.lower(strategy, 0, strategy.length()))) {
      rules.refuseSomewhere(
          context.getStart(), "22023", "unrecognized partitioning strategy \"" + strategy + "\"");
    }
  }

  private static void check(PostgresParser.CreateSchemaStmtContext context, SyntaxRules rules) {
    if (context.ifNotExists() != null && !context.elements.isEmpty()) {
      rules.refuse(
          context.elements.get(0).getStart(),
          "0A000",
          "CREATE SCHEMA IF NOT EXISTS cannot include schema elements");
    }
  }

  private static void check(OperatorArgumentsContext context, SyntaxRules rules) {
    if (context.COMMA() == null) {
      rules.refuse(
          context.getStop(),
          new SyntaxError(
              SyntaxError.SYNTAX_ERROR,
              "missing argument",
              rules.position(context.getStop()),
              null,
              "Use NONE to denote the missing argument of a unary operator."));
    }
  }

  private static void check(TriggerEventsContext context, SyntaxRules rules) {
    Set<Integer> seen = new HashSet<>();
    for (TriggerEventContext event : context.events) {
      if (!seen.add(event.getStart().getType())) {
        // PostgreSQL has to read on behind UPDATE, where OF may come, but not behind the others.
        boolean readsOn = event.UPDATE() != null;
        Token near = readsOn ? rules.behind(event) : event.getStop();
        rules.refuseNear(near, "duplicate trigger events specified");
        return;
      }
    }
  }

  private static void check(PostgresParser.CreatePolicyStmtContext context, SyntaxRules rules) {
    if (context.permissive == null) {
      return;
    }
    String option = ((PostgresToken) context.permissive).value();
    if (!option.equals("permissive") && !option.equals("restrictive")) {
      rules.refuse(
          context.permissive,
          new SyntaxError(
              SyntaxError.SYNTAX_ERROR,
              "unrecognized row security option \"" + option + "\"",
              rules.position(context.permissive),
              null,
              "Only PERMISSIVE or RESTRICTIVE policies are supported currently."));
    }
  }

  private static void check(RoleOptionContext context, SyntaxRules rules) {
    if (context.flag != null && !ROLE_FLAGS.contains(((PostgresToken) context.flag).value())) {
      String flag = ((PostgresToken) context.flag).value();
      rules.refuse(context.flag, "unrecognized role option \"" + flag + "\"");
    } else if (context.UNENCRYPTED() != null) {
      rules.refuse(
          context.getStart(),
          new SyntaxError(
              "0A000",
              "UNENCRYPTED PASSWORD is no longer supported",
              rules.position(context.getStart()),
              null,
              "Remove UNENCRYPTED to store the password in encrypted form instead."));
    }
  }

  private static void check(CopyStmtContext context, SyntaxRules rules) {
    if (context instanceof PostgresParser.CopyTableContext copy
        && copy.TO() != null
        && copy.whereClause() != null) {
      rules.refuse(copy.whereClause().getStart(), "WHERE clause not allowed with COPY TO");
    }
  }
}
