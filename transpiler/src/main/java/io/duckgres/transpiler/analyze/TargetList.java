package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FieldCall;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/**
 * Select lists and RETURNING lists: stars are expanded, columns named.
 *
 * <p>Source: {@code src/backend/parser/parse_target.c}.
 */
final class TargetList {
  private final Analysis analysis;

  TargetList(Analysis analysis) {
    this.analysis = analysis;
  }

  List<Target> analyze(List<SqlNode> items, Place place, boolean resolveUnknowns) {
    List<Target> targets = new ArrayList<>();
    UniqueNames engineNames = new UniqueNames();
    for (SqlNode node : items) {
      SelectItem item = (SelectItem) node;
      SqlNode expression = item.expression();
      if (expression instanceof SqlIdentifier star && star.isStar()) {
        for (ScopeColumn column : ColumnLookup.star(star, place.scope())) {
          targets.add(
              new Target(column.name(), engineNames.add(column.name()), column.expression()));
        }
      } else if (expression instanceof FieldCall all && all.field() == null) {
        fields(all, place, targets, engineNames);
      } else {
        SqlNode analyzed = analysis.expressions.analyze(expression, place);
        if (resolveUnknowns) {
          analyzed = analysis.conversion.resolveUnknown(analyzed);
        }
        String name = ColumnNames.of(item);
        targets.add(new Target(name, engineNames.add(name), analyzed));
      }
    }
    return targets;
  }

  /** {@code (composite).*}: one column for each field. */
  private void fields(FieldCall all, Place place, List<Target> targets, UniqueNames engineNames) {
    SqlNode base = analysis.expressions.analyze(all.base(), place);
    ExpressionType type = Typed.of(base);
    List<Attribute> fields =
        type == null
            ? List.of()
            : analysis.catalog.fieldsOf(analysis.coercions.baseOf(type.type()));
    if (fields.isEmpty()) {
      throw Analysis.at(PgException.notSupported("expanding the fields of this value"), all);
    }
    for (Attribute field : fields) {
      SqlNode selected =
          new FieldCall(
              all.getParserPosition(), base, field.name(), ExpressionType.ofValues(field));
      targets.add(new Target(field.name(), engineNames.add(field.name()), selected));
    }
  }

  static List<OutputColumn> columns(List<Target> targets) {
    List<OutputColumn> columns = new ArrayList<>();
    for (Target target : targets) {
      ColumnRef column = ColumnConversion.plainColumn(target.expression());
      columns.add(
          new OutputColumn(
              target.name(),
              target.engineName(),
              natural(Typed.of(target.expression())),
              column == null ? 0 : column.tableOid(),
              column == null ? 0 : column.attributeNumber()));
    }
    return columns;
  }

  /** Numerics that are text within the query leave it as numbers. */
  private static ExpressionType natural(ExpressionType type) {
    return type == null ? null : type.in(EngineForm.NATIVE);
  }

  static List<SqlNode> items(List<Target> targets) {
    List<SqlNode> items = new ArrayList<>();
    for (Target target : targets) {
      items.add(
          new SelectItem(
              target.expression().getParserPosition(), target.expression(), target.engineName()));
    }
    return items;
  }
}
