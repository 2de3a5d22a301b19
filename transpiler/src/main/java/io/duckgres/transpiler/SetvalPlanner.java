package io.duckgres.transpiler;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.analyze.StatementAnalyzer;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.ddl.SequenceRewrite;
import io.duckgres.transpiler.plan.ParameterTypes;
import io.duckgres.transpiler.plan.SequenceChange;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.PgNode;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * Queries whose select list calls setval: the sequence is set before the query runs, in which the
 * call is replaced by the value.
 *
 * @see <a href="https://www.postgresql.org/docs/17/functions-sequence.html">Sequence functions</a>
 */
final class SetvalPlanner {
  private static final String SETVAL = "setval";

  /** What would have another value, or another effect, when it is called twice. */
  private static final Set<String> UNREPEATABLE =
      Set.of(SETVAL, "nextval", "random", "gen_random_uuid", "clock_timestamp");

  private final DataPlanner data;
  private final PlanningContext context;

  SetvalPlanner(DataPlanner data, PlanningContext context) {
    this.data = data;
    this.context = context;
  }

  /** Whether the query calls setval as an element of its select list. */
  static boolean plans(SqlNode tree) {
    return tree instanceof QueryNode query
        && query.body() instanceof SelectCore select
        && select.items().stream().anyMatch(item -> call(item) != null);
  }

  StatementPlan plan(QueryNode query, ParameterTypes parameters, int start) {
    SelectCore select = (SelectCore) query.body();
    List<SequenceChange> changes = new ArrayList<>();
    List<SqlNode> items = new ArrayList<>();
    for (SqlNode item : select.items()) {
      FunctionCall call = call(item);
      if (call == null) {
        items.add(item);
        continue;
      }
      refuseUnrepeatable(call);
      SqlNode value = value(call);
      String alias = ((SelectItem) item).alias();
      items.add(new SelectItem(item.getParserPosition(), value, alias == null ? SETVAL : alias));
      SqlNode drawn =
          call.arguments().size() == 3
              ? call.arguments().get(2)
              : PgLiteral.bool(call.getParserPosition(), true);
      List<SqlNode> position =
          List.of(
              new SelectItem(item.getParserPosition(), value, "value"),
              new SelectItem(item.getParserPosition(), drawn, "drawn"));
      changes.add(
          new SequenceRewrite(sequence(call), context.catalog())
              .to(
                  data.plan(with(query, select, position), parameters, context, start)
                      .resultStep()));
    }
    StatementPlan.Engine result = data.plan(with(query, select, items), parameters, context, start);
    return new StatementPlan.SetSequences(
        changes,
        new StatementPlan.Engine(
            result.steps(), result.parameterTypes(), result.shape(), result.tag(), true, true));
  }

  private static FunctionCall call(SqlNode item) {
    if (item instanceof SelectItem select
        && select.expression() instanceof FunctionCall call
        && call.name().get(call.name().size() - 1).equals(SETVAL)
        && (call.name().size() == 1 || call.name().get(0).equals("pg_catalog"))
        && (call.arguments().size() == 2 || call.arguments().size() == 3)) {
      return call;
    }
    return null;
  }

  private static void refuseUnrepeatable(FunctionCall call) {
    for (SqlNode argument : call.arguments().subList(1, call.arguments().size())) {
      if (isUnrepeatable(argument)) {
        throw PgException.notSupported("setval of a value that another function draws")
            .withPosition(Positions.start(call) + 1);
      }
    }
  }

  private static boolean isUnrepeatable(SqlNode node) {
    if (node instanceof FunctionCall call
        && UNREPEATABLE.contains(call.name().get(call.name().size() - 1))) {
      return true;
    }
    return node instanceof PgNode parent
        && parent.getOperandList().stream().anyMatch(SetvalPlanner::isUnrepeatable);
  }

  private static SqlNode value(FunctionCall call) {
    TypeName bigint = new TypeName(List.of("pg_catalog", "int8"), List.of(), 0, false, false, -1);
    return new CastCall(
        call.arguments().get(1).getParserPosition(), call.arguments().get(1), bigint, false);
  }

  private SequenceState sequence(FunctionCall call) {
    SqlNode argument = call.arguments().get(0);
    SequenceState owned = ownedBy(argument);
    if (owned != null) {
      return owned;
    }
    SqlNode name =
        new StatementAnalyzer(context)
            .expression(
                argument, null, StatementAnalyzer.Use.DEFAULT, ExpressionType.of(PgTypes.REGCLASS));
    if (name instanceof PgLiteral literal && literal.text() != null) {
      int oid = Integer.parseUnsignedInt(literal.text());
      for (SequenceState state : context.catalog().sequences()) {
        if (state.relation().oid() == oid) {
          return refuseTemporary(state);
        }
      }
    }
    throw PgException.notSupported("setval of a sequence that is not a constant")
        .withPosition(Positions.start(argument) + 1);
  }

  /** A temporary sequence may belong to a table, as the engine sees it. */
  private static SequenceState refuseTemporary(SequenceState state) {
    if (state.relation().schema().equals("pg_temp")) {
      throw PgException.notSupported("setval of a temporary sequence");
    }
    return state;
  }

  /** The sequence that pg_get_serial_sequence of constants gives, or null. */
  private SequenceState ownedBy(SqlNode node) {
    SqlNode argument = node instanceof CastCall cast ? cast.operand() : node;
    if (!(argument instanceof FunctionCall call)
        || !call.name().get(call.name().size() - 1).equals("pg_get_serial_sequence")
        || call.arguments().size() != 2
        || !(call.arguments().get(0) instanceof PgLiteral table)
        || !(call.arguments().get(1) instanceof PgLiteral column)) {
      return null;
    }
    SqlNode name =
        new StatementAnalyzer(context)
            .expression(
                table, null, StatementAnalyzer.Use.DEFAULT, ExpressionType.of(PgTypes.REGCLASS));
    Relation relation =
        context.catalog().relationByOid(Integer.parseUnsignedInt(((PgLiteral) name).text()));
    for (SequenceState state : context.catalog().sequences()) {
      if (state.relation().schema().equals(relation.schema())
          && relation.name().equals(state.record().table())
          && column.text().equals(state.record().column())) {
        return state;
      }
    }
    return null;
  }

  private static QueryNode with(QueryNode query, SelectCore select, List<SqlNode> items) {
    SelectCore core =
        new SelectCore(
            select.getParserPosition(),
            select.distinct(),
            select.distinctOn(),
            items,
            select.from(),
            select.where(),
            select.groupDistinct(),
            select.groupBy(),
            select.having(),
            select.windows());
    return new QueryNode(
        query.getParserPosition(),
        query.recursive(),
        query.with(),
        core,
        query.orderBy(),
        query.limit(),
        query.withTies(),
        query.offset(),
        query.locking());
  }
}
