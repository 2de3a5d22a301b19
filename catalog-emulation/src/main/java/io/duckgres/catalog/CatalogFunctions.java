package io.duckgres.catalog;

import io.duckgres.pgtype.TabSeparated;
import io.duckgres.transpiler.plan.PlanParameter.SessionValue;
import io.duckgres.transpiler.rule.EngineFunctions;
import io.duckgres.transpiler.rule.EngineFunctions.EngineFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions that the emulation offers to planned statements, as data. Each is a macro of the
 * emulation database and one row of {@code functions.tsv} for each signature.
 */
public final class CatalogFunctions {
  private static final List<EngineFunction> ALL = new ArrayList<>();
  private static final Map<String, String> SCHEMA_OF = new LinkedHashMap<>();

  private static final Map<String, String> MACRO_OF = new HashMap<>();

  static {
    for (TabSeparated.Row row : TabSeparated.read(CatalogFunctions.class, "functions.tsv")) {
      String macro = row.get("macro");
      SCHEMA_OF.put(macro, row.get("schema"));
      if (!row.get("signature").isEmpty()) {
        List<SessionValue> added = new ArrayList<>();
        for (String name : row.get("added").split(",")) {
          if (!name.isEmpty()) {
            added.add(SessionValue.valueOf(name));
          }
        }
        MACRO_OF.put(row.get("signature"), macro);
        ALL.add(
            new EngineFunction(
                row.get("signature"), macroName(macro), row.get("kind").equals("table"), added));
      }
    }
  }

  private CatalogFunctions() {}

  /** All of them, as the transpiler takes them. */
  public static EngineFunctions engineFunctions() {
    return new EngineFunctions(ALL);
  }

  /** All of them. */
  public static List<EngineFunction> all() {
    return Collections.unmodifiableList(ALL);
  }

  /** Names of all macros, internal ones included, in the order of the file. */
  static List<String> macros() {
    return List.copyOf(SCHEMA_OF.keySet());
  }

  /** The macro that carries out the function of this signature, or null. */
  static String macroOf(String signature) {
    return MACRO_OF.get(signature);
  }

  static String schemaOf(String macro) {
    String schema = SCHEMA_OF.get(macro);
    if (schema == null) {
      throw new IllegalStateException("functions.tsv has no macro " + macro);
    }
    return schema;
  }

  static String macroName(String macro) {
    return EngineNames.qualified(schemaOf(macro), macro);
  }
}
