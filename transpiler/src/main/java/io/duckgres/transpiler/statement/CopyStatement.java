package io.duckgres.transpiler.statement;

import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * COPY.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-copy.html">COPY</a>
 */
public sealed interface CopyStatement extends UtilityStatement {

  /** Where data come from or go to. */
  Endpoint endpoint();

  /** The options as written, those of the old syntax among them. */
  List<Option> options();

  /**
   * COPY of a table.
   *
   * @param columns as written; null when none are
   * @param from FROM rather than TO
   * @param where condition of COPY FROM, or null
   */
  record CopyTable(
      ObjectName table,
      List<String> columns,
      boolean from,
      Endpoint endpoint,
      List<Option> options,
      SqlNode where)
      implements CopyStatement {
    public CopyTable {
      columns = columns == null ? null : List.copyOf(columns);
      options = List.copyOf(options);
    }
  }

  /**
   * COPY of a query's rows.
   *
   * @param query a query or a change of rows
   */
  record CopyQuery(SqlNode query, Endpoint endpoint, List<Option> options)
      implements CopyStatement {
    public CopyQuery {
      options = List.copyOf(options);
    }
  }

  /** The other end of a COPY. */
  enum Endpoint {
    /** STDIN or STDOUT: the client. */
    CLIENT,
    /** A file of the server. */
    FILE,
    /** A program that the server starts. */
    PROGRAM
  }

  /**
   * An option.
   *
   * @param name in lower case
   * @param value as text; null when there is none, or a list
   * @param names a list of names; null without one
   * @param star the value is a star: all columns
   * @param start offset of the name in the statement
   */
  record Option(String name, String value, List<String> names, boolean star, int start) {
    public Option {
      names = names == null ? null : List.copyOf(names);
    }

    /** An option with a value, or with none when that is null. */
    public static Option of(String name, String value, int start) {
      return new Option(name, value, null, false, start);
    }
  }
}
