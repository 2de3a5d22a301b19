package io.duckgres.grammar;

import io.duckgres.grammar.PostgresParser.AlterTableActionContext;
import org.antlr.v4.runtime.Token;

/**
 * What PostgreSQL's parser refuses in ALTER TABLE and its kin, which our grammar reads by one rule.
 */
final class AlterRules {
  private static final int LARGEST_COLUMN_NUMBER = Short.MAX_VALUE;

  private AlterRules() {}

  static void check(AlterTableActionContext context, SyntaxRules rules) {
    if (context instanceof PostgresParser.AlterColumnContext column
        && column.columnNumber != null) {
      int number = Integer.parseInt(((PostgresToken) column.columnNumber).value());
      if (!(column.alterColumnAction() instanceof PostgresParser.SetStatisticsContext)) {
        Token start = column.alterColumnAction().getStart();
        boolean set = start.getType() == PostgresParser.SET;
        rules.refuse(set ? rules.behind(start) : start);
      } else if (number < 1 || number > LARGEST_COLUMN_NUMBER) {
        rules.refuse(
            column.columnNumber,
            "22023",
            "column number must be in range from 1 to " + LARGEST_COLUMN_NUMBER);
      }
    } else if (context instanceof PostgresParser.AlterConstraintContext constraint) {
      ConstraintRules.checkTiming(constraint.constraintAttribute(), rules);
    }
  }

  static void check(PostgresParser.AlterTableStmtContext context, SyntaxRules rules) {
    if (!(context instanceof PostgresParser.AlterRelationContext alter)) {
      return;
    }
    boolean table = alter.kind.TABLE() != null;
    if (!table && alter.relation().getChildCount() > 1) {
      boolean only = alter.relation().only != null;
      rules.refuse(only ? alter.relation().only : alter.relation().getStop());
    }
    if (!alter.sequenceOptions.isEmpty() && alter.kind.SEQUENCE() == null) {
      rules.refuse(alter.sequenceOptions.get(0).getStart());
    }
    checkRename(alter, rules);
    boolean attaches =
        alter.partition instanceof PostgresParser.AttachPartitionContext attach
            && attach.partitionBound() == null;
    if (table && attaches) {
      rules.refuse(rules.behind(alter.partition));
    }
  }

  /** An index and a sequence have no columns to rename, and only a table has constraints. */
  private static void checkRename(PostgresParser.AlterRelationContext alter, SyntaxRules rules) {
    boolean table = alter.kind.TABLE() != null && alter.kind.FOREIGN() == null;
    boolean columns = alter.kind.INDEX() == null && alter.kind.SEQUENCE() == null;
    if (alter.rename instanceof PostgresParser.RenameColumnContext && !columns
        || alter.rename instanceof PostgresParser.RenameConstraintContext && !table) {
      rules.refuse(rules.behind(alter.rename.getStart()));
    }
  }

  static void check(PostgresParser.IdentityOptionContext context, SyntaxRules rules) {
    PostgresParser.SequenceOptionContext option = context.sequenceOption();
    String name =
        option instanceof PostgresParser.SequenceRestartContext
            ? "restart"
            : option instanceof PostgresParser.SequenceOwnedByContext
                ? "owned_by"
                : option instanceof PostgresParser.SequenceTypeContext ? "as" : null;
    if (name != null) {
      rules.refuse(option.getStart(), "sequence option \"" + name + "\" not supported here");
    }
  }
}
