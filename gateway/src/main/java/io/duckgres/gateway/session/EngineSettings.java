package io.duckgres.gateway.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The run-time parameters that the engine has been told, but for TimeZone. */
final class EngineSettings {
  private static final List<String> NAMES = List.of("DateStyle", "IntervalStyle");

  private final Map<String, String> applied = new HashMap<>();

  EngineSettings() {
    applied.put("DateStyle", "ISO, MDY");
    applied.put("IntervalStyle", "postgres");
  }

  /**
   * Tells the engine what has changed since it was told last.
   *
   * @return whether something has, so that what it has prepared counts on other values
   */
  boolean apply(SessionContext context) {
    boolean changed = false;
    for (String name : NAMES) {
      String wanted = context.settings.get(name);
      if (!wanted.equals(applied.put(name, wanted))) {
        context.engine.applySetting(name, wanted);
        changed = true;
      }
    }
    return changed;
  }
}
