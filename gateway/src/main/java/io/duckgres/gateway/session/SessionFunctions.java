package io.duckgres.gateway.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions by PostgreSQL's names, over values as texts. */
final class SessionFunctions {
  /** A function's body; its arguments are never null unless it says so. */
  @FunctionalInterface
  interface Body {
    /** The result as text; null for NULL. */
    String call(List<String> arguments);
  }

  private record Function(boolean strict, Body body) {}

  private final Map<String, Function> functions = new HashMap<>();

  /** A function that gives NULL when an argument is NULL. */
  void add(String name, Body body) {
    functions.put(name, new Function(true, body));
  }

  /** A function that wants to see NULLs. */
  void addNonStrict(String name, Body body) {
    functions.put(name, new Function(false, body));
  }

  /** Calls the function. */
  String call(String name, List<String> arguments) {
    Function function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException("no function " + name + " of sessions");
    }
    return function.strict() && arguments.contains(null) ? null : function.body().call(arguments);
  }
}
