package io.duckgres.transpiler.statement;

import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * CREATE, ALTER and DROP STATISTICS.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createstatistics.html">CREATE STATISTICS</a>
 */
public sealed interface StatisticsStatement extends DefinitionStatement {
  /** PostgreSQL's word for what the statements are about. */
  String WORD = "statistics object";

  /**
   * CREATE STATISTICS.
   *
   * @param name null when PostgreSQL chooses one
   * @param kinds those given; empty for all
   * @param table null when FROM has anything else than one relation
   */
  record Create(
      ObjectName name,
      boolean ifNotExists,
      List<String> kinds,
      List<Element> elements,
      ObjectName table)
      implements StatisticsStatement {
    public Create {
      kinds = List.copyOf(kinds);
      elements = List.copyOf(elements);
    }
  }

  /** A column, or an expression otherwise. */
  record Element(String column, SqlNode expression) {}

  /**
   * ALTER STATISTICS; one of the changes is given.
   *
   * @param newName RENAME TO, or null
   * @param newSchema SET SCHEMA, or null
   * @param changesOwner OWNER TO
   * @param owner null for CURRENT_USER and its kin
   * @param target SET STATISTICS, or null; -1 for DEFAULT
   */
  record Alter(
      ObjectName name,
      boolean ifExists,
      String newName,
      String newSchema,
      boolean changesOwner,
      String owner,
      Integer target)
      implements StatisticsStatement {}

  /** DROP STATISTICS. */
  record Drop(List<ObjectName> names, boolean ifExists) implements StatisticsStatement {
    public Drop {
      names = List.copyOf(names);
    }
  }
}
