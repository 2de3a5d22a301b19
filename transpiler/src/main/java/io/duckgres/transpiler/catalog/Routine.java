package io.duckgres.transpiler.catalog;

import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import java.util.List;

/**
 * A user's function or procedure, whose body is SQL.
 *
 * @param proc what calls of it are resolved by
 * @param schema its schema as PostgreSQL names it
 * @param parameters all of its parameters, OUT and TABLE ones included, in order
 * @param defaults the defaults of the last inputs, as written
 * @param shownDefaults the same in PostgreSQL's words
 * @param body what it does
 * @param options what has no effect on its result
 */
public record Routine(
    PgProc proc,
    String schema,
    List<Parameter> parameters,
    List<String> defaults,
    List<String> shownDefaults,
    Body body,
    Options options) {

  /**
   * A parameter.
   *
   * @param name empty for none
   * @param mode {@code pg_proc.proargmodes}: i, o, b, v or t
   */
  public record Parameter(String name, char mode, PgType type) {
    /** Whether a call gives it. */
    public boolean isInput() {
      return mode == 'i' || mode == 'b' || mode == 'v';
    }
  }

  /**
   * What a routine does.
   *
   * @param form s for a string, r for RETURN, a for BEGIN ATOMIC
   * @param text statements; of RETURN its expression
   * @param shown RETURN or BEGIN ATOMIC in PostgreSQL's words, null for a string
   * @param searchPath schemas in which its names are looked up; empty for those of its caller
   * @param createdPath the search path when it was created, for its defaults
   */
  public record Body(
      char form, String text, String shown, List<String> searchPath, List<String> createdPath) {
    public Body {
      searchPath = List.copyOf(searchPath);
      createdPath = List.copyOf(createdPath);
    }
  }

  /**
   * Options.
   *
   * @param parallel {@code pg_proc.proparallel}
   * @param cost {@code pg_proc.procost}, as a number's text
   * @param rows {@code pg_proc.prorows}, as a number's text
   * @param settings {@code pg_proc.proconfig}: {@code name=value}
   */
  public record Options(
      boolean leakproof,
      boolean definer,
      char parallel,
      String cost,
      String rows,
      List<String> settings) {
    public Options {
      settings = List.copyOf(settings);
    }
  }

  public Routine {
    parameters = List.copyOf(parameters);
    defaults = List.copyOf(defaults);
    shownDefaults = List.copyOf(shownDefaults);
  }

  /** Its own name. */
  public String name() {
    return proc.name();
  }

  /** {@code pg_proc.oid}. */
  public int oid() {
    return proc.oid();
  }

  /** Whether it is called by CALL. */
  public boolean isProcedure() {
    return proc.kind() == PgProc.Kind.PROCEDURE;
  }

  /** The parameters that a call gives. */
  public List<Parameter> inputs() {
    return parameters.stream().filter(Parameter::isInput).toList();
  }
}
