package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.plan.PlanParameter.SessionValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL's functions that the catalog emulation carries out, by signature. */
public final class EngineFunctions {
  /**
   * One of them.
   *
   * @param signature as {@code PgProc.signature()} gives it
   * @param engineName qualified name of the macro, quoted where needed
   * @param table whether it is a table macro, for FROM
   * @param added values of the session that are passed after the arguments
   */
  public record EngineFunction(
      String signature, String engineName, boolean table, List<SessionValue> added) {
    public EngineFunction {
      added = List.copyOf(added);
    }
  }

  /** No function at all. */
  public static final EngineFunctions NONE = new EngineFunctions(List.of());

  private final Map<String, EngineFunction> bySignature = new HashMap<>();

  /** These functions. */
  public EngineFunctions(Collection<EngineFunction> functions) {
    functions.forEach(function -> bySignature.put(function.signature(), function));
  }

  /**
   * The function of {@code information_schema} that a call names, or null; PostgreSQL's own table
   * of functions has those of {@code pg_catalog} alone.
   */
  EngineFunction ofInformationSchema(List<String> name) {
    if (name.size() != 2 || !name.get(0).equals("information_schema")) {
      return null;
    }
    for (EngineFunction function : bySignature.values()) {
      if (function.signature().startsWith(name.get(1) + "(")) {
        return function;
      }
    }
    return null;
  }

  /** The function with this signature, or null. */
  EngineFunction of(String signature) {
    return bySignature.get(signature);
  }
}
