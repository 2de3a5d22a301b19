package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** The types of a record's fields, which its own type does not tell. */
final class RecordFields {
  private RecordFields() {}

  /** The fields of a column of a query, if they are written there; else none. */
  static List<ResultColumn> of(SqlNode statement, int column) {
    return statement instanceof QueryNode query && query.body() instanceof SelectCore select
        ? of(((SelectItem) select.items().get(column)).expression())
        : List.of();
  }

  private static List<ResultColumn> of(SqlNode node) {
    if (node instanceof ArrayCall array && !array.elements().isEmpty()) {
      return of(array.elements().get(0));
    }
    if (!PgTypes.RECORD.equals(Typed.typeOf(node))) {
      return List.of();
    }
    List<ResultColumn> fields = new ArrayList<>();
    if (node instanceof RowCall row) {
      for (SqlNode field : row.fields()) {
        fields.add(field("f" + (fields.size() + 1), field));
      }
    } else if (node instanceof ColumnRef reference) {
      for (ColumnRef.RowField field : reference.rowFields()) {
        fields.add(field(field.name(), field.value()));
      }
    }
    return fields;
  }

  private static ResultColumn field(String name, SqlNode value) {
    ExpressionType type = Typed.of(value);
    return type == null
        ? ResultColumn.of(name, null)
        : new ResultColumn(name, type.type(), type.typmod(), type.levels(), of(value), 0, 0);
  }
}
