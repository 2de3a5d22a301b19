package io.duckgres.transpiler.statement;

import java.util.List;

/**
 * Statements about run-time parameters.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-set.html">SET</a>
 */
public sealed interface SettingStatement extends UtilityStatement {

  /**
   * SET.
   *
   * @param name the parameter, folded
   * @param values its values as text, one unless it is a list; empty for DEFAULT
   * @param local SET LOCAL
   */
  record Set(String name, List<String> values, boolean local) implements SettingStatement {
    public Set {
      values = List.copyOf(values);
    }
  }

  /**
   * SET CONSTRAINTS.
   *
   * @param names the constraints; empty for ALL
   * @param deferred DEFERRED, otherwise IMMEDIATE
   */
  record SetConstraints(List<ObjectName> names, boolean deferred) implements SettingStatement {
    public SetConstraints {
      names = List.copyOf(names);
    }
  }

  /** RESET; a null name means ALL. */
  record Reset(String name) implements SettingStatement {}

  /** SHOW; a null name means ALL. */
  record Show(String name) implements SettingStatement {}
}
