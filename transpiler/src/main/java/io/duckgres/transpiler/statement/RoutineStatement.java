package io.duckgres.transpiler.statement;

import io.duckgres.transpiler.tree.TypeName;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Statements about functions and procedures.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createfunction.html">CREATE FUNCTION</a>
 */
public sealed interface RoutineStatement extends DefinitionStatement {

  /**
   * A routine as DROP, ALTER and COMMENT name it.
   *
   * @param arguments types of its input arguments; null when not given
   */
  record Signature(ObjectName name, List<TypeName> arguments) {
    public Signature {
      arguments = arguments == null ? null : List.copyOf(arguments);
    }
  }

  /**
   * An argument, or a column of RETURNS TABLE.
   *
   * @param name empty for none
   * @param mode {@code pg_proc.proargmodes}: i, o, b, v or t
   * @param defaultValue null for none
   * @param defaultText the default as written
   */
  record Argument(
      String name, char mode, TypeName type, SqlNode defaultValue, String defaultText) {}

  /**
   * What a routine does.
   *
   * @param form s for a string, r for RETURN, a for BEGIN ATOMIC
   * @param text statements; of RETURN its expression
   */
  record Body(char form, String text) {}

  /**
   * Options; null where not given.
   *
   * @param settings SET and RESET, in order
   */
  record Options(
      Character volatility,
      Boolean strict,
      Boolean leakproof,
      Boolean definer,
      Character parallel,
      String cost,
      String rows,
      List<SettingStatement> settings) {
    public Options {
      settings = List.copyOf(settings);
    }
  }

  /**
   * CREATE FUNCTION and CREATE PROCEDURE.
   *
   * @param language in lower case; null when not given
   * @param result RETURNS; null for TABLE, for a procedure and when not given
   * @param body null when not given
   */
  record Create(
      ObjectName name,
      boolean procedure,
      boolean replace,
      List<Argument> arguments,
      TypeName result,
      String language,
      Options options,
      Body body)
      implements RoutineStatement {
    public Create {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * DROP FUNCTION, PROCEDURE and ROUTINE.
   *
   * @param kind FUNCTION, PROCEDURE or ROUTINE
   */
  record Drop(String kind, List<Signature> routines, boolean ifExists, boolean cascade)
      implements RoutineStatement {
    public Drop {
      routines = List.copyOf(routines);
    }
  }

  /**
   * ALTER FUNCTION and its like; of the changes one is given.
   *
   * @param kind FUNCTION, PROCEDURE or ROUTINE
   * @param newName RENAME TO, or null
   * @param newSchema SET SCHEMA, or null
   * @param options other options, or null; all are null for OWNER TO
   * @param owner OWNER TO; null for CURRENT_USER and its kin
   */
  record Alter(
      String kind,
      Signature routine,
      String newName,
      String newSchema,
      Options options,
      String owner)
      implements RoutineStatement {}

  /**
   * COMMENT ON FUNCTION and its like.
   *
   * @param comment null to remove it
   */
  record Comment(String kind, Signature routine, String comment) implements RoutineStatement {}
}
