package io.duckgres.transpiler.statement;

import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.TypeName;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Statements about what a session keeps: prepared statements, and what DISCARD forgets. */
public sealed interface SessionStatement extends UtilityStatement {

  /**
   * PREPARE.
   *
   * @param types declared parameter types
   * @param statement a query or a change of rows
   * @param start offset of the statement's first character in the text of the whole PREPARE
   * @param stop offset behind its last character
   */
  record Prepare(String name, List<TypeName> types, SqlNode statement, int start, int stop)
      implements SessionStatement {
    public Prepare {
      types = List.copyOf(types);
    }
  }

  /** EXECUTE. */
  record Execute(String name, List<SqlNode> arguments) implements SessionStatement {
    public Execute {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * CALL.
   *
   * @param call the call without positions
   * @param start offset of the procedure's name
   */
  record Call(FunctionCall call, int start) implements SessionStatement {}

  /** DEALLOCATE; a null name means ALL. */
  record Deallocate(String name) implements SessionStatement {}

  /** DISCARD. */
  record Discard(DiscardTarget target) implements SessionStatement {}

  /** What DISCARD forgets. */
  enum DiscardTarget {
    ALL,
    PLANS,
    SEQUENCES,
    TEMP
  }

  /** LISTEN. */
  record Listen(String channel) implements SessionStatement {}

  /**
   * UNLISTEN.
   *
   * @param channel null for all
   */
  record Unlisten(String channel) implements SessionStatement {}

  /**
   * NOTIFY.
   *
   * @param payload empty when not given
   */
  record Notify(String channel, String payload) implements SessionStatement {}

  /**
   * EXPLAIN.
   *
   * @param options as written, names in lower case
   * @param statement a query or a change of rows; null for EXECUTE
   * @param execute an EXECUTE; otherwise null
   * @param stores whether the query's rows would be stored
   */
  record Explain(List<Option> options, SqlNode statement, Execute execute, boolean stores)
      implements SessionStatement {
    public Explain {
      options = List.copyOf(options);
    }
  }

  /**
   * An option of EXPLAIN, VACUUM and the like.
   *
   * @param name in lower case
   * @param value null when not given
   * @param start offset of the name in the statement
   */
  record Option(String name, String value, int start) {}
}
