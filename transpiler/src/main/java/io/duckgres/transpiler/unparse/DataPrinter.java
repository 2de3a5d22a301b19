package io.duckgres.transpiler.unparse;

import io.duckgres.transpiler.tree.Assignment;
import io.duckgres.transpiler.tree.ConflictClause;
import io.duckgres.transpiler.tree.DeleteNode;
import io.duckgres.transpiler.tree.InsertNode;
import io.duckgres.transpiler.tree.TargetColumn;
import io.duckgres.transpiler.tree.UpdateNode;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** INSERT, UPDATE and DELETE. */
final class DataPrinter {
  private final DuckDbPrinter printer;

  DataPrinter(DuckDbPrinter printer) {
    this.printer = printer;
  }

  void register() {
    printer.on(InsertNode.class, this::insert);
    printer.on(UpdateNode.class, this::update);
    printer.on(DeleteNode.class, this::delete);
    printer.on(ConflictClause.class, this::conflict);
    printer.on(Assignment.class, this::assignment);
    printer.on(TargetColumn.class, (column, precedence) -> printer.identifier(column.name()));
  }

  private void insert(InsertNode insert, int precedence) {
    QueryPrinter.with(printer, insert.recursive(), insert.with());
    printer.text("INSERT INTO ");
    printer.print(insert.target());
    if (!insert.columns().isEmpty()) {
      printer.text(" (");
      printer.list(insert.columns());
      printer.text(")");
    }
    if (insert.source() == null) {
      printer.text(" DEFAULT VALUES");
    } else {
      printer.text(" ");
      printer.print(insert.source());
    }
    if (insert.onConflict() != null) {
      printer.text(" ");
      printer.print(insert.onConflict());
    }
    returning(insert.returning());
  }

  private void conflict(ConflictClause clause, int precedence) {
    printer.text("ON CONFLICT");
    if (!clause.targets().isEmpty()) {
      printer.text(" (");
      printer.list(clause.targets());
      printer.text(")");
    }
    condition(clause.targetWhere());
    if (!clause.update()) {
      printer.text(" DO NOTHING");
      return;
    }
    printer.text(" DO UPDATE SET ");
    printer.list(clause.assignments());
    condition(clause.where());
  }

  private void assignment(Assignment assignment, int precedence) {
    printer.list(assignment.targets());
    printer.text(" = ");
    printer.print(assignment.value());
  }

  private void update(UpdateNode update, int precedence) {
    QueryPrinter.with(printer, update.recursive(), update.with());
    printer.text("UPDATE ");
    printer.print(update.target());
    printer.text(" SET ");
    printer.list(update.assignments());
    if (!update.from().isEmpty()) {
      printer.text(" FROM ");
      printer.list(update.from());
    }
    condition(update.where());
    returning(update.returning());
  }

  private void delete(DeleteNode delete, int precedence) {
    QueryPrinter.with(printer, delete.recursive(), delete.with());
    printer.text("DELETE FROM ");
    printer.print(delete.target());
    if (!delete.using().isEmpty()) {
      printer.text(" USING ");
      printer.list(delete.using());
    }
    condition(delete.where());
    returning(delete.returning());
  }

  private void condition(SqlNode condition) {
    if (condition != null) {
      printer.text(" WHERE ");
      printer.print(condition);
    }
  }

  private void returning(List<SqlNode> items) {
    if (!items.isEmpty()) {
      printer.text(" RETURNING ");
      printer.list(items);
    }
  }
}
