package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.value.ValueForm;
import io.duckgres.value.ValueForms;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** Types whose stored text has another order than their values are sorted by a key that has it. */
final class SortKeyRule implements StructuralRule {
  private static final Template JSONB_KEY = Template.parse("pg_jsonb_key({0})");
  private static final Template KEY = Template.parse("pg_value_key({0}, {1})");

  /** Types that PostgreSQL sorts by the bytes of its own storage. */
  private static final Set<PgType> UNSORTABLE =
      Set.of(PgTypes.byName("tsvector"), PgTypes.byName("tsquery"));

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
    return ArrayShapes.isNested(expression) || applies(Typed.typeOf(expression));
  }

  /** Whether values of the type have a key. */
  static boolean applies(PgType type) {
    ValueForm form = type == null ? null : ValueForms.of(type);
    return PgTypes.JSONB.equals(type)
        || form != null && (form.hasKey() || UNSORTABLE.contains(type));
  }

  static SortItem sortedBy(SortItem item, SqlNode expression) {
    return new SortItem(
        item.getParserPosition(),
        key(expression),
        item.direction(),
        item.nullsFirst(),
        item.using());
  }

  /**
   * A text in the order of a value.
   *
   * @throws PgException 0A000 when we have none
   */
  static SqlNode key(SqlNode value) {
    PgType type = Typed.typeOf(value);
    if (ArrayShapes.isNested(value)) {
      return NestedArrayOperatorRule.sortKey(value);
    }
    if (UNSORTABLE.contains(type)) {
      throw PgException.notSupported("the order of type " + TypeNames.format(type))
          .withPosition(Positions.start(value) + 1);
    }
    return PgTypes.JSONB.equals(type)
        ? new TemplateCall(
            value.getParserPosition(), JSONB_KEY, List.of(value), ExpressionType.of(PgTypes.TEXT))
        : new TemplateCall(
            value.getParserPosition(),
            KEY,
            List.of(value, JsonValues.string(type.name())),
            ExpressionType.of(PgTypes.TEXT));
  }
}
