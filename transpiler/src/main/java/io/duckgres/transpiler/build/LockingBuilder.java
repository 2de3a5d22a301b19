package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.AnyNameContext;
import io.duckgres.grammar.PostgresParser.LockStrengthContext;
import io.duckgres.grammar.PostgresParser.LockingClauseContext;
import io.duckgres.grammar.PostgresParser.LockingItemContext;
import io.duckgres.grammar.PostgresParser.RowLockingContext;
import java.util.ArrayList;
import java.util.List;

/** FOR UPDATE and its kin (manual: SELECT, "The Locking Clause"), as text. */
final class LockingBuilder {
  private static final String SKIP_LOCKED = " SKIP LOCKED";

  private LockingBuilder() {}

  /** The clauses; empty for null and FOR READ ONLY, which locks nothing. */
  static List<String> clauses(LockingClauseContext context) {
    if (!(context instanceof RowLockingContext rows)) {
      return List.of();
    }
    List<String> clauses = new ArrayList<>(rows.items.size());
    for (LockingItemContext item : rows.items) {
      clauses.add(clause(item));
    }
    return clauses;
  }

  static boolean skipsLocked(String clause) {
    return clause.endsWith(SKIP_LOCKED);
  }

  private static String clause(LockingItemContext item) {
    String strength = "FOR " + strength(item.strength);
    StringBuilder clause = new StringBuilder(strength);
    String separator = " OF ";
    for (AnyNameContext name : item.names) {
      if (!name.attributes.isEmpty()) {
        throw BuildErrors.syntax(
            strength + " must specify unqualified relation names", name.getStart());
      }
      clause.append(separator).append(Tokens.value(name.getStart()));
      separator = ", ";
    }
    if (item.NOWAIT() != null) {
      clause.append(" NOWAIT");
    } else if (item.LOCKED() != null) {
      clause.append(SKIP_LOCKED);
    }
    return clause.toString();
  }

  private static String strength(LockStrengthContext context) {
    if (context.UPDATE() != null) {
      return context.NO() == null ? "UPDATE" : "NO KEY UPDATE";
    }
    return context.KEY() == null ? "SHARE" : "KEY SHARE";
  }
}
