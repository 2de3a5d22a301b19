package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Domain;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.statement.DefinitionStatement;
import io.duckgres.transpiler.statement.TableConstraint;
import io.duckgres.transpiler.tree.ExpressionType;
import java.util.ArrayList;
import java.util.List;

/**
 * CREATE DOMAIN: an alias type of the engine's, whose constraints are kept beside it and checked
 * wherever a value becomes one of the domain.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createdomain.html">CREATE DOMAIN</a>
 */
final class DomainPlanner {
  private static final String VALUE = "value";

  private final DefinitionContext context;

  DomainPlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(DefinitionStatement.CreateDomain statement, Steps steps) {
    NewObject domain = context.lookup().creation(statement.name().withoutPosition(), false);
    if (context.catalog().type(domain.schema(), domain.name()) != null) {
      throw Errors.of(SqlState.DUPLICATE_OBJECT, "type \"" + domain.name() + "\" already exists");
    }
    ExpressionType base = context.analysis().type(statement.type());
    boolean builtin = base.type().schema().equals(ObjectLookup.PG_CATALOG);
    if (!builtin || base.type().kind() == TypeKind.DOMAIN || domain.temporary()) {
      throw Errors.notSupported(statement.type().start(), "a domain over this type");
    }
    ColumnPlanner.checkCollation(statement.collation(), statement.type().start());
    String storage = context.types().storage(base, domain.name(), statement.type().start());
    String defaultSql = null;
    String defaultText = null;
    if (statement.defaultValue() != null && !ColumnExpressions.isNone(statement.defaultValue())) {
      EngineExpression value =
          new ColumnExpressions(context).defaultOf(statement.defaultValue(), domain.name(), base);
      defaultSql = value.sql();
      defaultText = value.shownOr(ColumnExpressions.shown(statement.defaultValue(), base));
    }
    steps.add("CREATE TYPE " + domain.sql() + " AS " + storage);
    steps.addAll(
        context
            .records()
            .domainCreated(
                domain.schema(),
                domain.name(),
                base.type(),
                base.typmod(),
                new Domain(
                    statement.notNull(),
                    defaultSql,
                    defaultText,
                    checks(statement, domain, base, storage))));
  }

  private List<Domain.Check> checks(
      DefinitionStatement.CreateDomain statement,
      NewObject domain,
      ExpressionType base,
      String storage) {
    Attribute value =
        new Attribute(1, VALUE, base.type(), base.typmod(), false, null, false, storage);
    Relation scope =
        new Relation(
            0,
            domain.schema(),
            domain.name(),
            Relation.Kind.TABLE,
            domain.engineName(),
            List.of(value));
    List<String> names = new ArrayList<>();
    for (TableConstraint.Check check : statement.checks()) {
      if (check.name() != null) {
        names.add(check.name());
      }
    }
    List<Domain.Check> checks = new ArrayList<>();
    for (TableConstraint.Check check : statement.checks()) {
      TreeSearch.refuseSubquery(check.condition().node(), "check constraint");
      EngineExpression condition =
          context
              .analysis()
              .expression(check.condition().node(), ExpressionPlace.DOMAIN_CHECK, scope, null);
      String name = check.name();
      if (name == null) {
        name = GeneratedNames.free(domain.name(), null, "check", names::contains);
        names.add(name);
      }
      checks.add(
          new Domain.Check(
              name, condition.sql(), condition.shownOr("(" + check.condition().text() + ")")));
    }
    // PostgreSQL makes the checks in the order of their names.
    checks.sort((a, b) -> a.name().compareTo(b.name()));
    return checks;
  }
}
