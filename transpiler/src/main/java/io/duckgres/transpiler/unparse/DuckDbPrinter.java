package io.duckgres.transpiler.unparse;

import io.duckgres.transpiler.plan.EngineStep;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.plan.Repetition;
import io.duckgres.transpiler.plan.SourceMap;
import io.duckgres.transpiler.tree.Positions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlNode;

/**
 * The printer's state: text, parameters and source map. What each kind of node looks like is the
 * business of the printers by chapter.
 */
final class DuckDbPrinter {
  /** Prints one kind of node. */
  interface Handler<T extends SqlNode> {
    /**
     * @param precedence how tightly the surroundings bind
     */
    void print(T node, int precedence);
  }

  private final StringBuilder out = new StringBuilder(256);
  private final List<PlanParameter> parameters = new ArrayList<>();
  private final Map<Class<?>, Handler<SqlNode>> handlers = new HashMap<>();
  private int[] generated = new int[32];
  private int[] source = new int[32];
  private int marks;
  private final int base;

  DuckDbPrinter(int base) {
    this.base = base;
    new ExpressionPrinter(this).register();
    new PredicatePrinter(this).register();
    new CallPrinter(this).register();
    new QueryPrinter(this).register();
    new FromPrinter(this).register();
    new DataPrinter(this).register();
  }

  <T extends SqlNode> void on(Class<T> type, Handler<T> handler) {
    handlers.put(type, (node, precedence) -> handler.print(type.cast(node), precedence));
  }

  void print(SqlNode node) {
    print(node, Precedence.LOWEST);
  }

  /** Prints a node that the surroundings bind with a precedence. */
  void print(SqlNode node, int precedence) {
    mark(node);
    Handler<SqlNode> handler = handlers.get(node.getClass());
    if (handler == null) {
      throw new IllegalStateException("no printer for " + node.getClass().getSimpleName());
    }
    handler.print(node, precedence);
  }

  private void mark(SqlNode node) {
    int start = Positions.start(node) - base;
    if (start < 0) {
      return;
    }
    if (marks > 0 && generated[marks - 1] == out.length()) {
      source[marks - 1] = start;
      return;
    }
    if (marks == generated.length) {
      generated = Arrays.copyOf(generated, marks * 2);
      source = Arrays.copyOf(source, marks * 2);
    }
    generated[marks] = out.length();
    source[marks++] = start;
  }

  DuckDbPrinter text(String text) {
    out.append(text);
    return this;
  }

  DuckDbPrinter identifier(String name) {
    Identifiers.append(out, name);
    return this;
  }

  DuckDbPrinter name(List<String> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        out.append('.');
      }
      Identifiers.append(out, parts.get(i));
    }
    return this;
  }

  void list(List<SqlNode> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      print(nodes.get(i));
    }
  }

  void identifiers(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      Identifiers.append(out, names.get(i));
    }
  }

  /** Opens a parenthesis when the surroundings bind at least as tightly as the expression. */
  boolean open(int own, int precedence) {
    boolean needed = own <= precedence && precedence > Precedence.LOWEST;
    if (needed) {
      out.append('(');
    }
    return needed;
  }

  void close(boolean opened) {
    if (opened) {
      out.append(')');
    }
  }

  /** Prints a parameter, numbering it at its first use. */
  void parameter(PlanParameter parameter) {
    int index = parameters.indexOf(parameter);
    if (index < 0) {
      index = parameters.size();
      parameters.add(parameter);
    }
    out.append('$').append(index + 1);
  }

  EngineStep finish() {
    return new EngineStep(
            out.toString(),
            parameters,
            new SourceMap(Arrays.copyOf(generated, marks), Arrays.copyOf(source, marks)))
        // Until somebody knows better.
        .repeated(Repetition.NEVER);
  }
}
