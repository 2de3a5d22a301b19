package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.ColumnConstraintContext;
import io.duckgres.grammar.PostgresParser.ColumnDefinitionContext;
import io.duckgres.grammar.PostgresParser.ColumnQualifierContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.build.ExpressionBuilder;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.build.TypeNameBuilder;
import io.duckgres.transpiler.statement.DefinitionStatement;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.SequenceOptions;
import io.duckgres.transpiler.statement.TableConstraint;
import io.duckgres.transpiler.statement.TableElement;
import io.duckgres.transpiler.statement.UtilityStatement;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * One column's definition, and the constraints written at it.
 *
 * <p>Source of checks: {@code src/backend/parser/parse_utilcmd.c} (transformColumnDefinition).
 */
final class ColumnBuilder {
  private final SourceText source;
  private final String table;
  private final ConstraintBuilder constraintBuilder;
  private final List<TableConstraint> constraints = new ArrayList<>();
  private boolean lastTakesTiming;
  private String name;
  private String collation;
  private Boolean notNull;
  private TableElement.Expression defaultValue;
  private TableElement.Expression generation;
  private TableElement.Identity identity;

  /**
   * @param table the table's name, for messages
   */
  ColumnBuilder(SourceText source, String table) {
    this.source = source;
    this.table = table;
    this.constraintBuilder = new ConstraintBuilder(source);
  }

  /** The column; its constraints are told by {@link #constraints}. */
  TableElement.Column column(ColumnDefinitionContext context) {
    name = Names.name(context.name);
    if (context.genericOptions() != null) {
      throw refused("OPTIONS of a column", context.genericOptions());
    }
    for (ColumnQualifierContext qualifier : context.qualifiers) {
      add(qualifier);
    }
    return new TableElement.Column(
        name,
        TypeNameBuilder.typeName(context.typeName()),
        collation,
        Boolean.TRUE.equals(notNull),
        defaultValue,
        generation,
        identity,
        Words.start(context));
  }

  /** A domain, which is written as a column is. */
  UtilityStatement domain(PostgresParser.CreateDomainStmtContext context) {
    ObjectName domain = Words.object(context.anyName());
    name = domain.name();
    for (ColumnQualifierContext qualifier : context.qualifiers) {
      add(qualifier);
    }
    List<TableConstraint.Check> checks = new ArrayList<>();
    for (TableConstraint constraint : constraints) {
      if (!(constraint instanceof TableConstraint.Check check)) {
        throw refused("this constraint of a domain", context);
      }
      checks.add(check);
    }
    if (generation != null || identity != null) {
      throw refused("a generated domain", context);
    }
    return new DefinitionStatement.CreateDomain(
        domain,
        TypeNameBuilder.typeName(context.typeName()),
        collation,
        Boolean.TRUE.equals(notNull),
        defaultValue,
        checks);
  }

  /** Constraints of the column, as constraints of its table. */
  List<TableConstraint> constraints() {
    return constraints;
  }

  private void add(ColumnQualifierContext qualifier) {
    if (qualifier instanceof PostgresParser.ConstraintQualifierContext constraint) {
      lastTakesTiming = false;
      add(constraint.columnConstraint(), Names.name(constraint.constraintName));
    } else if (qualifier instanceof PostgresParser.CollationQualifierContext collate) {
      collation = Words.object(collate.collation).name();
    } else {
      PostgresParser.TimingQualifierContext timing =
          (PostgresParser.TimingQualifierContext) qualifier;
      if (!lastTakesTiming) {
        throw Words.syntaxError("misplaced DEFERRABLE clause", qualifier.getStart());
      }
      int last = constraints.size() - 1;
      constraints.set(
          last, ConstraintBuilder.timed(constraints.get(last), timing.constraintTiming()));
    }
  }

  private void add(ColumnConstraintContext context, String constraintName) {
    int start = Words.start(context);
    if (context instanceof PostgresParser.NotNullConstraintContext) {
      setNotNull(true, context);
    } else if (context instanceof PostgresParser.NullConstraintContext) {
      setNotNull(false, context);
    } else if (context instanceof PostgresParser.DefaultConstraintContext constraint) {
      setDefault(constraint);
    } else if (context instanceof PostgresParser.GeneratedConstraintContext constraint) {
      setGenerated(constraint);
    } else if (context instanceof PostgresParser.CheckColumnConstraintContext check) {
      constraints.add(constraintBuilder.check(constraintName, check.expr(), start));
    } else if (context instanceof PostgresParser.UniqueColumnConstraintContext unique) {
      addTimed(
          ConstraintBuilder.key(
              constraintName, false, List.of(name), unique.nullTreatment(), start));
    } else if (context instanceof PostgresParser.PrimaryKeyColumnConstraintContext) {
      addTimed(ConstraintBuilder.key(constraintName, true, List.of(name), null, start));
    } else if (context instanceof PostgresParser.ReferencesConstraintContext references) {
      addTimed(
          ConstraintBuilder.foreignKey(
              constraintName,
              List.of(name),
              references.referenced,
              references.columns,
              references.matchClause(),
              references.keyAction(),
              start));
    }
  }

  private void addTimed(TableConstraint constraint) {
    constraints.add(constraint);
    lastTakesTiming = true;
  }

  private void setNotNull(boolean value, ParserRuleContext context) {
    if (notNull != null && notNull != value) {
      throw declared("conflicting NULL/NOT NULL declarations for column", context);
    }
    notNull = value;
  }

  private void setDefault(PostgresParser.DefaultConstraintContext context) {
    if (defaultValue != null) {
      throw declared("multiple default values specified for column", context);
    }
    defaultValue =
        new TableElement.Expression(
            ExpressionBuilder.restricted(context.bexpr()), source.of(context.bexpr()));
  }

  private void setGenerated(PostgresParser.GeneratedConstraintContext context) {
    boolean always = context.generatedWhen().ALWAYS() != null;
    if (context.IDENTITY() == null) {
      if (generation != null) {
        throw declared("multiple generation clauses specified for column", context);
      }
      generation = constraintBuilder.expression(context.expr());
      return;
    }
    if (identity != null) {
      throw declared("multiple identity specifications for column", context);
    }
    SequenceOptions options = SequenceOptionsBuilder.options(context.sequenceOption());
    identity = new TableElement.Identity(always, options);
  }

  private PgException declared(String what, ParserRuleContext at) {
    return Words.syntaxError(what + " \"" + name + "\" of table \"" + table + "\"", at.getStart());
  }

  private static PgException refused(String feature, ParserRuleContext at) {
    return PgException.notSupported(feature).withPosition(Words.start(at) + 1);
  }
}
