package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.transpiler.build.RoutineText;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Brings the arguments of a call of a user's function into the order of its parameters. */
final class RoutineArguments {
  private final Analysis analysis;

  RoutineArguments(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * What a call stands for.
   *
   * @param converted the call's arguments, in its own order, of the types that they are passed as
   */
  SqlNode call(
      FunctionCall call,
      Routine routine,
      FunctionResolver.Candidate candidate,
      List<SqlNode> converted,
      Polymorphism.Resolved resolved,
      Place place) {
    analysis.called.add(routine);
    if (analysis.keepsForm) {
      place.traits().setReturning |= routine.proc().returnsSet();
      return new FunctionCall(
          call.getParserPosition(),
          List.of(routine.schema(), routine.name()),
          converted,
          call.options(),
          List.of(),
          null,
          null,
          routine.proc(),
          ExpressionType.of(resolved.result()));
    }
    List<SqlNode> arguments = ordered(routine, candidate, converted);
    if (analysis.executesRoutine) {
      analysis.executesRoutine = false;
      return new RoutineExecution(routine, arguments, resolved.result());
    }
    RoutineBody body = new RoutineBody(analysis, routine, arguments, resolved.result());
    return place.clause() == Clause.FROM_ITEM ? body.item(call, place) : body.value(call, place);
  }

  private List<SqlNode> ordered(
      Routine routine, FunctionResolver.Candidate candidate, List<SqlNode> converted) {
    PgProc proc = routine.proc();
    int parameters = proc.argumentTypes().size();
    List<SqlNode> ordered = new ArrayList<>();
    if (candidate.expanded()) {
      ordered.addAll(converted.subList(0, parameters - 1));
      List<SqlNode> rest = converted.subList(parameters - 1, converted.size());
      PgType array = analysis.coercions.arrayOf(Typed.typeOf(rest.get(0)));
      ordered.add(new ArrayCall(SqlParserPos.ZERO, rest, ExpressionType.of(array)));
      return ordered;
    }
    for (int i = 0; i < parameters; i++) {
      int argument = candidate.order()[i];
      ordered.add(argument < 0 ? defaultOf(routine, i) : converted.get(argument));
    }
    return ordered;
  }

  private SqlNode defaultOf(Routine routine, int parameter) {
    PgProc proc = routine.proc();
    int first = proc.argumentTypes().size() - routine.defaults().size();
    Analysis inside = RoutineBody.inside(analysis, routine.body().createdPath(), List.of());
    SqlNode tree = RoutineText.expression(routine.defaults().get(parameter - first));
    SqlNode analyzed = inside.expressions.analyze(tree, Place.of(new Scope(null), Clause.DEFAULT));
    return inside.conversion.tryConvert(
        analyzed, proc.argumentTypes().get(parameter), PgCast.Context.ASSIGNMENT);
  }
}
