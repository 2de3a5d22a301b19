package io.duckgres.grammar;

import io.duckgres.grammar.PostgresParser.ConstraintAttributeContext;
import io.duckgres.grammar.PostgresParser.ConstraintTimingContext;
import io.duckgres.grammar.PostgresParser.TableConstraintBodyContext;
import io.duckgres.grammar.PostgresParser.TableConstraintContext;
import java.util.List;

/** Which properties a table's constraint may have, and which exclude each other. */
final class ConstraintRules {
  private ConstraintRules() {}

  static void check(TableConstraintContext context, SyntaxRules rules) {
    if (context.attributes.isEmpty()) {
      return;
    }
    checkTiming(context.attributes, rules);
    TableConstraintBodyContext body = context.tableConstraintBody();
    boolean isCheck = body instanceof PostgresParser.CheckTableConstraintContext;
    boolean isForeignKey = body instanceof PostgresParser.ForeignKeyTableConstraintContext;
    for (ConstraintAttributeContext attribute : context.attributes) {
      ConstraintTimingContext timing = attribute.constraintTiming();
      boolean delays =
          timing != null
              && (timing.DEFERRED() != null || timing.DEFERRABLE() != null && timing.NOT() == null);
      String misplaced =
          delays && isCheck
              ? "DEFERRABLE"
              : attribute.VALID() != null && !isCheck && !isForeignKey
                  ? "NOT VALID"
                  : attribute.INHERIT() != null && !isCheck ? "NO INHERIT" : null;
      if (misplaced != null) {
        rules.refuseSomewhere(
            attribute.getStart(),
            "0A000",
            name(body) + " constraints cannot be marked " + misplaced);
      }
    }
  }

  private static String name(TableConstraintBodyContext body) {
    if (body instanceof PostgresParser.CheckTableConstraintContext) {
      return "CHECK";
    }
    if (body instanceof PostgresParser.UniqueTableConstraintContext) {
      return "UNIQUE";
    }
    if (body instanceof PostgresParser.PrimaryKeyTableConstraintContext) {
      return "PRIMARY KEY";
    }
    return body instanceof PostgresParser.ExcludeTableConstraintContext ? "EXCLUDE" : "FOREIGN KEY";
  }

  static void checkTiming(List<ConstraintAttributeContext> attributes, SyntaxRules rules) {
    boolean deferrable = false;
    boolean notDeferrable = false;
    boolean immediate = false;
    boolean deferred = false;
    for (ConstraintAttributeContext attribute : attributes) {
      ConstraintTimingContext timing = attribute.constraintTiming();
      if (timing == null) {
        continue;
      }
      deferrable |= timing.DEFERRABLE() != null && timing.NOT() == null;
      notDeferrable |= timing.NOT() != null;
      immediate |= timing.IMMEDIATE() != null;
      deferred |= timing.DEFERRED() != null;
      if (notDeferrable && deferred) {
        rules.refuse(
            attribute.getStart(), "constraint declared INITIALLY DEFERRED must be DEFERRABLE");
        return;
      }
      if (deferrable && notDeferrable || immediate && deferred) {
        rules.refuse(attribute.getStart(), "conflicting constraint properties");
        return;
      }
    }
  }
}
