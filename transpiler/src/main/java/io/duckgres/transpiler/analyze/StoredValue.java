package io.duckgres.transpiler.analyze;

import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.unparse.EngineTypeNames;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** A value as it is stored: the engine's own result type may be another than the storage. */
final class StoredValue {
  private StoredValue() {}

  /** The value, cast where it is not a column or a cast already. */
  static SqlNode of(SqlNode node) {
    ExpressionType type = Typed.of(node);
    boolean exact =
        type == null
            || type.type().isPseudo()
            || RowConversion.isComposite(type.type())
            || (node instanceof ColumnRef column && column.tableOid() != 0)
            || (node instanceof CastCall && type.typmod() < 0);
    if (exact) {
      return node;
    }
    String storage = EngineTypeNames.of(type);
    return new TemplateCall(
        node.getParserPosition(),
        Template.parse("CAST({0} AS " + storage + ")"),
        List.of(node),
        type);
  }
}
