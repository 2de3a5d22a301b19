package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** jsonb is sorted by a key that has its order; its text has another. */
final class JsonbSortRule implements StructuralRule {
  private static final Template KEY = Template.parse("pg_jsonb_key({0})");

  @Override
  public Class<? extends SqlNode> matches() {
    return SortItem.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    SortItem item = (SortItem) node;
    return applies(item.expression()) && !(item.expression() instanceof PgLiteral)
        ? sortedBy(item, item.expression())
        : item;
  }

  static boolean applies(SqlNode expression) {
    return PgTypes.JSONB.equals(Typed.typeOf(expression));
  }

  static SortItem sortedBy(SortItem item, SqlNode expression) {
    return new SortItem(
        item.getParserPosition(),
        new TemplateCall(
            expression.getParserPosition(),
            KEY,
            List.of(expression),
            ExpressionType.of(PgTypes.TEXT)),
        item.direction(),
        item.nullsFirst(),
        item.using());
  }
}
