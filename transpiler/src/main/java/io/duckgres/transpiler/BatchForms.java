package io.duckgres.transpiler;

import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.DefaultValue;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.InsertNode;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.ValuesCore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Turns an INSERT of one row of values into one that inserts the rows of many executions: {@code
 * INSERT INTO t SELECT …, b.p1, … FROM (SELECT unnest($1) AS p1, …) AS b}. A statement per row
 * costs the engine more than all that the gateway does with it.
 */
final class BatchForms {
  private static final String ROWS = "batch_";
  private static final Template ELEMENTS = Template.parse("unnest(CAST({0} AS {result}[]))");

  private BatchForms() {}

  /** Whether an INSERT, as the rules left it, has the form. */
  static boolean applies(InsertNode insert) {
    if (!insert.with().isEmpty() || insert.onConflict() != null || !insert.returning().isEmpty()) {
      return false;
    }
    RowCall row = row(insert);
    return row != null
        && row.getOperandList().stream().allMatch(BatchForms::isIndependent)
        && row.getOperandList().stream().anyMatch(BatchForms::hasParameter);
  }

  private static RowCall row(InsertNode insert) {
    return insert.source() instanceof QueryNode query
            && query.with().isEmpty()
            && query.orderBy().isEmpty()
            && query.limit() == null
            && query.offset() == null
            && query.body() instanceof ValuesCore values
            && values.rows().size() == 1
            && values.rows().get(0) instanceof RowCall row
        ? row
        : null;
  }

  /** Whether a value depends on nothing but its own parameters, and these may be elements. */
  private static boolean isIndependent(SqlNode value) {
    SqlNode operand = value instanceof CastCall cast ? cast.operand() : value;
    if (operand instanceof ParameterRef parameter && isClients(parameter)) {
      return isElement(parameter.expressionType());
    }
    return isSimple(value);
  }

  private static boolean isSimple(SqlNode node) {
    if (node instanceof QueryNode || node instanceof DefaultValue) {
      return false;
    }
    if (node instanceof ParameterRef parameter && isClients(parameter)) {
      // A numeric has as many decimals as it came with, which elements of a list share.
      ExpressionType type = parameter.expressionType();
      return isElement(type) && !type.type().equals(PgTypes.NUMERIC);
    }
    return !(node instanceof PgNode parent)
        || parent.getOperandList().stream().allMatch(BatchForms::isSimple);
  }

  private static boolean isElement(ExpressionType type) {
    return type != null && !type.type().isArray() && DuckDbTypes.storageOf(type.type(), -1) != null;
  }

  private static boolean hasParameter(SqlNode node) {
    return node instanceof ParameterRef parameter && isClients(parameter)
        || node instanceof PgNode parent
            && parent.getOperandList().stream().anyMatch(BatchForms::hasParameter);
  }

  private static boolean isClients(ParameterRef parameter) {
    return parameter.source() instanceof PlanParameter.Client;
  }

  /** The INSERT of many rows. */
  static InsertNode of(InsertNode insert) {
    Map<Integer, ParameterRef> parameters = new TreeMap<>();
    List<SqlNode> items = new ArrayList<>();
    for (SqlNode value : row(insert).getOperandList()) {
      items.add(new SelectItem(value.getParserPosition(), replaced(value, parameters), null));
    }
    List<SqlNode> elements = new ArrayList<>();
    List<String> names = new ArrayList<>();
    parameters.forEach(
        (number, parameter) -> {
          ParameterRef list = new ParameterRef(SqlParserPos.ZERO, parameter.source(), null);
          ExpressionType type = ExpressionType.of(parameter.expressionType().type());
          TemplateCall call = new TemplateCall(SqlParserPos.ZERO, ELEMENTS, List.of(list), type);
          elements.add(new SelectItem(SqlParserPos.ZERO, call, name(number)));
          names.add(name(number));
        });
    QueryItem rows =
        new QueryItem(
            SqlParserPos.ZERO, false, select(elements, List.of()), new Alias(ROWS, names));
    return new InsertNode(
        insert.getParserPosition(),
        false,
        List.of(),
        insert.target(),
        insert.columns(),
        insert.overriding(),
        select(items, List.of(rows)),
        null,
        List.of());
  }

  private static SqlNode replaced(SqlNode node, Map<Integer, ParameterRef> parameters) {
    if (node instanceof ParameterRef parameter
        && parameter.source() instanceof PlanParameter.Client client) {
      parameters.put(client.number(), parameter);
      return new ColumnRef(
          parameter.getParserPosition(),
          ROWS,
          name(client.number()),
          ExpressionType.of(parameter.expressionType().type()),
          0,
          0);
    }
    return node instanceof PgNode parent
        ? parent.mapChildren(child -> replaced(child, parameters))
        : node;
  }

  private static String name(int number) {
    return "p" + number;
  }

  private static QueryNode select(List<SqlNode> items, List<SqlNode> from) {
    SelectCore core =
        new SelectCore(
            SqlParserPos.ZERO,
            false,
            List.of(),
            items,
            from,
            null,
            false,
            List.of(),
            null,
            List.of());
    return new QueryNode(
        SqlParserPos.ZERO, false, List.of(), core, List.of(), null, false, null, List.of());
  }
}
