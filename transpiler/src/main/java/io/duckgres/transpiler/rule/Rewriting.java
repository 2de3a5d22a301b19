package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.tree.CaseCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DeleteNode;
import io.duckgres.transpiler.tree.EngineForm;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.GroupingSet;
import io.duckgres.transpiler.tree.JoinItem;
import io.duckgres.transpiler.tree.OperatorCall;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.SpecialCall;
import io.duckgres.transpiler.tree.SqlJsonCall;
import io.duckgres.transpiler.tree.TableItem;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.tree.UpdateNode;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * One pass of the rules over one statement. It remembers which columns of FROM items are numerics
 * as text, so that each value keeps its own number of decimals from the query that computes it to
 * the one that shows it.
 */
final class Rewriting {
  private final RuleEngine engine;
  final NumericColumns columns = new NumericColumns();
  private final QueryRewriting queries = new QueryRewriting(this);

  Rewriting(RuleEngine engine) {
    this.engine = engine;
  }

  /** A whole statement, whose result may hold numerics as text if it is a query. */
  SqlNode statement(SqlNode statement) {
    SqlNode prepared = statement instanceof QueryNode ? engine.before(statement) : statement;
    return prepared instanceof QueryNode query
        ? engine.after(queries.statement(query))
        : rewrite(prepared);
  }

  SqlNode rewrite(SqlNode node) {
    if (node instanceof ColumnRef column) {
      return column(column);
    }
    SqlNode prepared = engine.before(node);
    if (prepared instanceof QueryNode) {
      return query(prepared, false);
    }
    if (prepared instanceof QueryItem item) {
      return item(item);
    }
    if (prepared instanceof JoinItem join) {
      return join(join);
    }
    if (prepared instanceof TableItem table) {
      columns.table(table);
    }
    if (prepared instanceof UpdateNode update) {
      // What FROM offers must be known before the expressions that come before it.
      update.with().forEach(this::rewrite);
      update.from().forEach(this::rewrite);
    } else if (prepared instanceof DeleteNode delete) {
      delete.with().forEach(this::rewrite);
      delete.using().forEach(this::rewrite);
    }
    SqlNode mapped =
        prepared instanceof PgNode parent ? parent.mapChildren(this::rewrite) : prepared;
    if (mapped instanceof PgNode parent && !understandsText(mapped)) {
      mapped =
          parent.mapChildren(
              mapped instanceof GroupingSet ? NumericForms::grouped : NumericForms::toNative);
    }
    return engine.after(mapped);
  }

  /** A query whose reader understands numerics as text. */
  SqlNode query(QueryNode query) {
    return query(engine.before(query), true);
  }

  private SqlNode query(SqlNode prepared, boolean keepsText) {
    return prepared instanceof QueryNode query
        ? engine.after(queries.query(query, keepsText))
        : rewrite(prepared);
  }

  private SqlNode item(QueryItem item) {
    QueryNode query = (QueryNode) query(engine.before(item.query()), true);
    columns.query(item.alias(), query);
    return engine.after(
        new QueryItem(item.getParserPosition(), item.lateral(), query, item.alias()));
  }

  private SqlNode join(JoinItem join) {
    SqlNode left = rewrite(join.left());
    SqlNode right = rewrite(join.right());
    SqlNode condition = join.condition() == null ? null : rewrite(join.condition());
    return engine.after(
        new JoinItem(
            join.getParserPosition(),
            join.kind(),
            join.natural(),
            left,
            right,
            condition,
            join.using(),
            join.usingAlias(),
            join.alias()));
  }

  /**
   * An expression that is shown: the value of a sub-query may be a text as well. Elsewhere it is
   * compared, for which a number is quicker.
   */
  SqlNode shown(SqlNode node) {
    if (!(node instanceof ScalarQueryCall call)) {
      return rewrite(node);
    }
    SqlNode query = query(engine.before(call.query()), true);
    List<Boolean> texts = NumericColumns.texts(query);
    ExpressionType type = call.expressionType();
    boolean text = type != null && texts.size() == 1 && texts.get(0);
    return engine.after(
        new ScalarQueryCall(
            call.getParserPosition(), query, text ? NumericForms.textForm(type) : type));
  }

  private SqlNode column(ColumnRef column) {
    if (!column.rowFields().isEmpty()) {
      return ColumnRef.wholeRow(
          column.getParserPosition(),
          column.column(),
          column.expressionType(),
          column.rowFields().stream()
              .map(field -> new ColumnRef.RowField(field.name(), rewrite(field.value())))
              .toList(),
          column.nullable());
    }
    if (!columns.isText(column)) {
      return column;
    }
    return new ColumnRef(
        column.getParserPosition(),
        column.qualifier(),
        column.column(),
        column.expressionType().in(EngineForm.NUMERIC_TEXT),
        0,
        0);
  }

  /** Nodes whose own rules deal with numerics as text. */
  private static boolean understandsText(SqlNode node) {
    return node instanceof OperatorCall
        || node instanceof FunctionCall
        || node instanceof SqlJsonCall
        || node instanceof CastCall
        || node instanceof CaseCall
        || node instanceof SpecialCall
        || node instanceof TemplateCall;
  }

  /** Whether a node's value is a numeric as text. */
  static boolean isText(SqlNode node) {
    return Typed.of(node) != null && NumericForms.isText(node);
  }
}
