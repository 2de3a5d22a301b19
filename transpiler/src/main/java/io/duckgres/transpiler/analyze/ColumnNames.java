package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.ArrayQueryCall;
import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.CollateCall;
import io.duckgres.transpiler.tree.ExistsCall;
import io.duckgres.transpiler.tree.FieldCall;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SetOperation;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.SqlJsonCall;
import io.duckgres.transpiler.tree.SubscriptCall;
import io.duckgres.transpiler.tree.ValueFunction;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/**
 * How PostgreSQL names a column that has no alias, from the expression as parsed.
 *
 * <p>Source: {@code src/backend/parser/parse_target.c} (FigureColnameInternal).
 */
final class ColumnNames {
  static final String NONE = "?column?";

  /**
   * A name and how good it is.
   *
   * @param strength 0 none, 1 a type's name, 2 a good one
   */
  private record Named(String name, int strength) {
    static final Named NOTHING = new Named(NONE, 0);

    static Named good(String name) {
      return new Named(name, 2);
    }
  }

  private ColumnNames() {}

  /** The name of a select item. */
  static String of(SelectItem item) {
    return item.alias() != null ? item.alias() : figure(item.expression()).name();
  }

  /** The name of an expression without alias. */
  static String of(SqlNode expression) {
    return figure(expression).name();
  }

  private static Named figure(SqlNode node) {
    if (node instanceof SqlIdentifier name) {
      return Named.good(last(name.names));
    }
    if (node instanceof FunctionCall call) {
      return Named.good(last(call.name()));
    }
    if (node instanceof CastCall cast && cast.target() != null) {
      Named inner = figure(cast.operand());
      return inner.strength() > 1 ? inner : new Named(last(cast.target().name()), 1);
    }
    if (node instanceof CollateCall collate) {
      return figure(collate.operand());
    }
    if (node instanceof SpecialCall special) {
      return Named.good(special.kind().name().toLowerCase(Locale.ROOT));
    }
    if (node instanceof ValueFunction function) {
      return Named.good(function.kind().name().toLowerCase(Locale.ROOT));
    }
    if (node instanceof CaseCall call) {
      Named inner = call.otherwise() == null ? Named.NOTHING : figure(call.otherwise());
      return inner.strength() > 1 ? inner : new Named("case", 1);
    }
    if (node instanceof FieldCall field) {
      return Named.good(field.field());
    }
    if (node instanceof SubscriptCall subscript) {
      return figure(subscript.base());
    }
    return constructor(node);
  }

  private static Named constructor(SqlNode node) {
    if (node instanceof ArrayCall || node instanceof ArrayQueryCall) {
      return Named.good("array");
    }
    if (node instanceof RowCall) {
      return Named.good("row");
    }
    if (node instanceof ExistsCall) {
      return Named.good("exists");
    }
    if (node instanceof SqlJsonCall call && call.kind() != SqlJsonCall.Kind.TEST) {
      return Named.good(call.functionName());
    }
    if (node instanceof ScalarQueryCall call) {
      return firstColumn(call.query());
    }
    return Named.NOTHING;
  }

  private static Named firstColumn(SqlNode query) {
    SqlNode body = query;
    while (body instanceof QueryNode node) {
      body = node.body();
    }
    while (body instanceof SetOperation operation) {
      body = operation.left();
      while (body instanceof QueryNode node) {
        body = node.body();
      }
    }
    if (body instanceof ValuesCore) {
      return Named.good("column1");
    }
    if (body instanceof SelectCore select && !select.items().isEmpty()) {
      return Named.good(of((SelectItem) select.items().get(0)));
    }
    return Named.NOTHING;
  }

  private static String last(List<String> names) {
    return names.get(names.size() - 1);
  }
}
