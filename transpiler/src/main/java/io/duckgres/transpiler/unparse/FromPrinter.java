package io.duckgres.transpiler.unparse;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.FunctionItem;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.TableItem;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlNode;

/** FROM items. */
final class FromPrinter {
  private final DuckDbPrinter printer;

  FromPrinter(DuckDbPrinter printer) {
    this.printer = printer;
  }

  void register() {
    printer.on(TableItem.class, this::table);
    printer.on(QueryItem.class, this::query);
    printer.on(FunctionItem.class, this::function);
    printer.on(JoinItem.class, this::join);
  }

  private void table(TableItem table, int precedence) {
    printer.name(table.name());
    alias(table.alias());
    if (table.sample() != null) {
      List<String> method = table.sample().method();
      printer.text(" TABLESAMPLE ");
      printer.text(method.get(method.size() - 1).toLowerCase(Locale.ROOT)).text("(");
      printer.text(constant(table.sampleArguments().get(0)));
      printer.text(" PERCENT)");
      if (table.sample().repeatable()) {
        // The engine's seed is a whole number.
        double seed = Double.parseDouble(constant(table.sampleArguments().get(1)));
        printer.text(" REPEATABLE (").text(Long.toString(Math.abs(Math.round(seed)))).text(")");
      }
    }
  }

  private static String constant(SqlNode argument) {
    if (argument instanceof PgLiteral literal && literal.text() != null) {
      return literal.text();
    }
    throw PgException.notSupported("TABLESAMPLE with an argument that is not a constant")
        .withPosition(Positions.start(argument) + 1);
  }

  private void alias(Alias alias) {
    if (alias == null) {
      return;
    }
    printer.text(" AS ").identifier(alias.name());
    if (!alias.columns().isEmpty()) {
      printer.text("(");
      printer.identifiers(alias.columns());
      printer.text(")");
    }
  }

  private void query(QueryItem item, int precedence) {
    printer.text(item.lateral() ? "LATERAL (" : "(");
    printer.print(item.query());
    printer.text(")");
    alias(item.alias());
  }

  /** What is still a function here is a table function of the engine's own. */
  private void function(FunctionItem item, int precedence) {
    printer.print(item.functions().get(0));
    if (item.ordinality()) {
      printer.text(" WITH ORDINALITY");
    }
    alias(item.alias());
  }

  private void join(JoinItem join, int precedence) {
    printer.print(join.left());
    printer.text(
        switch (join.kind()) {
          case CROSS -> " CROSS JOIN ";
          case INNER -> " JOIN ";
          case LEFT -> " LEFT JOIN ";
          case RIGHT -> " RIGHT JOIN ";
          case FULL -> " FULL JOIN ";
        });
    boolean nested = join.right() instanceof JoinItem;
    if (nested) {
      printer.text("(");
    }
    printer.print(join.right());
    if (nested) {
      printer.text(")");
    }
    condition(join.condition());
  }

  private void condition(SqlNode condition) {
    if (condition != null) {
      printer.text(" ON ");
      printer.print(condition);
    }
  }
}
