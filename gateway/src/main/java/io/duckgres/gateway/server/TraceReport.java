package io.duckgres.gateway.server;

import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.TreePrinter;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** The rules that applied to one statement, as lines of text. */
final class TraceReport {
  private final String script;
  private final boolean trees;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param trees whether the trees before and after a rule are shown
   */
  TraceReport(String script, boolean trees) {
    this.script = script;
    this.trees = trees;
  }

  /** Another statement begins. */
  void begin() {
    lines.clear();
  }

  void fired(String rule, SqlNode before, SqlNode after) {
    String signature = signature(before);
    lines.add("rule: " + rule + (signature.isEmpty() ? "" : " " + signature) + place(before));
    if (trees) {
      TreePrinter.print(before).lines().forEach(line -> lines.add("  from " + line));
      TreePrinter.print(after).lines().forEach(line -> lines.add("  to   " + line));
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private static String signature(SqlNode node) {
    if (node instanceof FunctionCall call && call.proc() != null) {
      return call.proc().signature();
    }
    if (node instanceof OperatorCall call && call.operator() != null) {
      return call.operator().signature();
    }
    if (node instanceof CastCall cast && Typed.of(cast.operand()) != null) {
      return "cast("
          + Typed.of(cast.operand()).type().name()
          + ","
          + cast.expressionType().type().name()
          + ")";
    }
    return "";
  }

  /** Line and column in the script, as editors count them. */
  private String place(SqlNode node) {
    int offset = Positions.start(node);
    if (offset < 0) {
      return "";
    }
    String before = script.substring(0, Math.min(script.length(), offset));
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return " at " + line + ":" + column;
  }
}
