package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.ConstraintAttributeContext;
import io.duckgres.grammar.PostgresParser.ConstraintTimingContext;
import io.duckgres.grammar.PostgresParser.ExprContext;
import io.duckgres.grammar.PostgresParser.KeyActionContext;
import io.duckgres.grammar.PostgresParser.MatchClauseContext;
import io.duckgres.grammar.PostgresParser.NullTreatmentContext;
import io.duckgres.grammar.PostgresParser.TableConstraintBodyContext;
import io.duckgres.grammar.PostgresParser.TableConstraintContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.build.ExpressionBuilder;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.statement.TableConstraint;
import io.duckgres.transpiler.statement.TableConstraint.Timing;
import io.duckgres.transpiler.statement.TableElement;
import java.util.List;

/** Constraints of tables, and those of columns that are lifted to the table. */
final class ConstraintBuilder {
  private final SourceText source;

  ConstraintBuilder(SourceText source) {
    this.source = source;
  }

  TableConstraint table(TableConstraintContext context) {
    String name = Names.name(context.constraintName);
    int start = Words.start(context);
    TableConstraint constraint = body(context.tableConstraintBody(), name, start);
    for (ConstraintAttributeContext attribute : context.attributes) {
      if (attribute.constraintTiming() != null) {
        constraint = timed(constraint, attribute.constraintTiming());
      }
    }
    return constraint;
  }

  static boolean isNotValid(TableConstraintContext context) {
    return context.attributes.stream().anyMatch(attribute -> attribute.VALID() != null);
  }

  TableConstraint.Check check(String name, ExprContext condition, int start) {
    return new TableConstraint.Check(name, expression(condition), start);
  }

  TableElement.Expression expression(ExprContext expression) {
    return new TableElement.Expression(
        ExpressionBuilder.expression(expression), source.of(expression));
  }

  static TableConstraint.Key key(
      String name, boolean primary, List<String> columns, NullTreatmentContext nulls, int start) {
    boolean notDistinct = nulls != null && nulls.not != null;
    return new TableConstraint.Key(name, primary, columns, notDistinct, Timing.IMMEDIATE, start);
  }

  static TableConstraint.ForeignKey foreignKey(
      String name,
      List<String> columns,
      PostgresParser.AnyNameContext referenced,
      PostgresParser.NameListContext referencedColumns,
      MatchClauseContext match,
      List<KeyActionContext> actions,
      int start) {
    String onDelete = "NO ACTION";
    String onUpdate = "NO ACTION";
    List<String> setColumns = List.of();
    for (KeyActionContext action : actions) {
      if (action.event.getType() == PostgresParser.DELETE) {
        onDelete = action(action);
        setColumns = Names.list(action.columns);
      } else {
        onUpdate = action(action);
        if (action.columns != null) {
          throw PgException.notSupported(
              "a column list with SET NULL or SET DEFAULT is only supported for ON DELETE actions");
        }
      }
    }
    return new TableConstraint.ForeignKey(
        name,
        columns,
        Words.relation(referenced),
        Names.list(referencedColumns),
        match == null ? "SIMPLE" : match.kind.getText().toUpperCase(java.util.Locale.ROOT),
        onDelete,
        onUpdate,
        setColumns,
        Timing.IMMEDIATE,
        start);
  }

  /** The constraint with a timing clause that follows it. */
  static TableConstraint timed(TableConstraint constraint, ConstraintTimingContext context) {
    Timing timing;
    if (context.DEFERRED() != null) {
      timing = Timing.DEFERRED;
    } else if (context.DEFERRABLE() != null && context.NOT() == null) {
      timing = Timing.DEFERRABLE;
    } else {
      return constraint;
    }
    if (constraint instanceof TableConstraint.Key key) {
      return new TableConstraint.Key(
          key.name(), key.primary(), key.columns(), key.nullsNotDistinct(), timing, key.start());
    }
    if (constraint instanceof TableConstraint.ForeignKey key) {
      return new TableConstraint.ForeignKey(
          key.name(),
          key.columns(),
          key.referenced(),
          key.referencedColumns(),
          key.match(),
          key.onDelete(),
          key.onUpdate(),
          key.setColumns(),
          timing,
          key.start());
    }
    throw Words.syntaxError("misplaced " + misplaced(context) + " clause", context.getStart());
  }

  private static String misplaced(ConstraintTimingContext context) {
    return context.INITIALLY() != null ? "INITIALLY DEFERRED" : "DEFERRABLE";
  }

  private TableConstraint body(TableConstraintBodyContext context, String name, int start) {
    if (context instanceof PostgresParser.CheckTableConstraintContext check) {
      return check(name, check.expr(), start);
    }
    if (context instanceof PostgresParser.UniqueTableConstraintContext unique) {
      refuseIndex(unique.index, start);
      return key(name, false, Names.list(unique.columns), unique.nullTreatment(), start);
    }
    if (context instanceof PostgresParser.PrimaryKeyTableConstraintContext primary) {
      refuseIndex(primary.index, start);
      return key(name, true, Names.list(primary.columns), null, start);
    }
    if (context instanceof PostgresParser.ForeignKeyTableConstraintContext foreign) {
      return foreignKey(
          name,
          Names.list(foreign.columns),
          foreign.referenced,
          foreign.referencedColumns,
          foreign.matchClause(),
          foreign.keyAction(),
          start);
    }
    return new TableConstraint.Exclusion(name, start);
  }

  private static void refuseIndex(PostgresParser.ColIdContext index, int start) {
    if (index != null) {
      throw PgException.notSupported("a constraint USING INDEX").withPosition(start + 1);
    }
  }

  private static String action(KeyActionContext context) {
    if (context.CASCADE() != null) {
      return "CASCADE";
    }
    if (context.RESTRICT() != null) {
      return "RESTRICT";
    }
    if (context.ACTION() != null) {
      return "NO ACTION";
    }
    return context.NULL() != null ? "SET NULL" : "SET DEFAULT";
  }
}
