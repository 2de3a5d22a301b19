package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser.OverClauseContext;
import io.duckgres.grammar.PostgresParser.WindowClauseContext;
import io.duckgres.grammar.PostgresParser.WindowDefinitionContext;
import io.duckgres.grammar.PostgresParser.WindowSpecificationContext;
import io.duckgres.transpiler.tree.WindowSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** OVER and the WINDOW clause (manual: "Window Function Calls"). */
final class WindowBuilder {
  private WindowBuilder() {}

  static WindowSpec over(OverClauseContext context) {
    if (context.windowName == null) {
      return specification(null, context.windowSpecification());
    }
    return new WindowSpec(
        Tokens.position(context.windowName),
        Tokens.value(context.windowName),
        null,
        true,
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  /** The windows that a WINDOW clause defines; empty for null. */
  static List<SqlNode> windows(WindowClauseContext context) {
    if (context == null) {
      return List.of();
    }
    List<SqlNode> windows = new ArrayList<>(context.windows.size());
    for (WindowDefinitionContext window : context.windows) {
      windows.add(specification(Tokens.value(window.name), window.windowSpecification()));
    }
    return windows;
  }

  private static WindowSpec specification(String name, WindowSpecificationContext context) {
    FrameBuilder frame = FrameBuilder.of(context.frameClause());
    return new WindowSpec(
        Tokens.position(context),
        name,
        Tokens.value(context.base),
        false,
        ExpressionBuilder.expressions(context.partition),
        SortBuilder.items(context.sortClause()),
        frame.frame(),
        frame.start(),
        frame.end());
  }
}
