package io.duckgres.transpiler.statement;

import io.duckgres.transpiler.tree.TypeName;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** What stands between the parentheses of CREATE TABLE, constraints excepted. */
public sealed interface TableElement {

  /**
   * A column.
   *
   * @param collation COLLATE, or null
   * @param notNull NOT NULL
   * @param defaultValue DEFAULT, or null
   * @param generation the expression of GENERATED ALWAYS AS … STORED, or null
   * @param identity GENERATED … AS IDENTITY, or null
   * @param start offset of the name in the statement
   */
  record Column(
      String name,
      TypeName type,
      String collation,
      boolean notNull,
      Expression defaultValue,
      Expression generation,
      Identity identity,
      int start)
      implements TableElement {}

  /**
   * An expression with its text.
   *
   * @param node the expression
   * @param text as written
   */
  record Expression(SqlNode node, String text) {}

  /**
   * GENERATED … AS IDENTITY.
   *
   * @param always ALWAYS, otherwise BY DEFAULT
   * @param options of its sequence
   */
  record Identity(boolean always, SequenceOptions options) {}

  /**
   * LIKE.
   *
   * @param including what else is copied besides names, types and NOT NULL
   */
  record Like(ObjectName source, Set<LikeOption> including) implements TableElement {
    public Like {
      including = Set.copyOf(including);
    }
  }

  /** What LIKE … INCLUDING copies. */
  enum LikeOption {
    COMMENTS,
    COMPRESSION,
    CONSTRAINTS,
    DEFAULTS,
    IDENTITY,
    GENERATED,
    INDEXES,
    STATISTICS,
    STORAGE
  }
}
