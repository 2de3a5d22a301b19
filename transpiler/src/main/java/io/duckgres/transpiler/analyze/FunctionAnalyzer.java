package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Routine;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.NamedArgument;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * Calls of functions, aggregates and window functions.
 *
 * <p>Source: {@code src/backend/parser/parse_func.c} (ParseFuncOrColumn).
 */
final class FunctionAnalyzer {
  /** Functions that the engine gets all arguments of, also those that a call leaves out. */
  private static final Set<String> COMPLETED = Set.of("make_interval", "random_normal");

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final WindowAnalyzer windows;

  FunctionAnalyzer(Analysis analysis, ExpressionAnalyzer expressions) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.windows = new WindowAnalyzer(analysis, expressions);
  }

  SqlNode call(FunctionCall call, Place place) {
    boolean executes = analysis.executesRoutine;
    analysis.executesRoutine = false;
    if (MergeAction.isCall(call)) {
      return MergeAction.resolve(call, place.scope());
    }
    String name = last(call.name());
    List<PgProc> procs = analysis.routines.named(call.name());
    boolean known = !procs.isEmpty();
    boolean aggregate = procs.stream().anyMatch(p -> p.kind() == PgProc.Kind.AGGREGATE);
    Place inside = aggregate && call.over() == null ? place.in(Clause.AGGREGATE_ARGUMENT) : place;
    List<String> names = new ArrayList<>();
    if (place.clause() == Clause.FROM_ITEM) {
      inside = inside.in(Clause.FROM_FUNCTION);
    }
    List<SqlNode> arguments = arguments(call, names, inside);
    if (call.options().withinGroup()) {
      for (SqlNode item : call.orderBy()) {
        names.add(null);
        arguments.add(expressions.analyze(((SortItem) item).expression(), inside));
      }
    }
    List<PgType> types = new ArrayList<>();
    for (SqlNode argument : arguments) {
      types.add(Typed.typeOf(argument));
    }
    if (known) {
      types = withSoleCandidate(procs, types);
    }
    if (!known && arguments.size() == 1 && types.get(0) != null) {
      SqlNode cast = functionalCast(call, name, arguments);
      if (cast != null) {
        return cast;
      }
    }
    if (!known || types.contains(null)) {
      return unresolved(call, arguments, names, types, known, place);
    }
    FunctionResolver.Candidate candidate = resolve(call, procs, types, names);
    if (candidate == null) {
      SqlNode cast = functionalCast(call, name, arguments);
      if (cast != null) {
        return cast;
      }
      throw Analysis.at(FunctionResolver.missing(spelled(call), types, names), call);
    }
    boolean called = place.clause() == Clause.CALL;
    if (!called || candidate.proc().kind() != PgProc.Kind.PROCEDURE) {
      new CallChecks(call, candidate.proc(), place).check();
    }
    analysis.executesRoutine = executes;
    return resolved(call, candidate, arguments, types, place);
  }

  private List<SqlNode> arguments(FunctionCall call, List<String> names, Place place) {
    List<SqlNode> arguments = new ArrayList<>();
    for (SqlNode argument : call.arguments()) {
      if (argument instanceof NamedArgument named) {
        names.add(named.name());
        arguments.add(expressions.analyze(named.value(), place));
      } else {
        if (!names.isEmpty() && names.get(names.size() - 1) != null) {
          throw Analysis.error(
              SqlState.SYNTAX_ERROR, "positional argument cannot follow named argument", argument);
        }
        names.add(null);
        arguments.add(expressions.analyze(argument, place));
      }
    }
    return arguments;
  }

  private FunctionResolver.Candidate resolve(
      FunctionCall call, List<PgProc> procs, List<PgType> types, List<String> names) {
    try {
      return analysis.functions.resolve(
          spelled(call), procs, types, names, call.options().variadic());
    } catch (PgException e) {
      throw Analysis.at(e, call);
    }
  }

  /** {@code int4('5')} and the like are casts. */
  private SqlNode functionalCast(FunctionCall call, String name, List<SqlNode> arguments) {
    PgType type = analysis.catalog.type("pg_catalog", name);
    if (type == null || arguments.size() != 1) {
      return null;
    }
    PgType source = Typed.typeOf(arguments.get(0));
    boolean fits =
        source.equals(PgTypes.UNKNOWN)
            || analysis.coercions.pathway(source, type, PgCast.Context.EXPLICIT)
                != Coercions.Pathway.NONE;
    return fits
        ? analysis.conversion.tryConvert(arguments.get(0), type, PgCast.Context.EXPLICIT)
        : null;
  }

  /** A call that only the engine knows: it passes as it is. */
  private SqlNode unresolved(
      FunctionCall call,
      List<SqlNode> arguments,
      List<String> names,
      List<PgType> types,
      boolean known,
      Place place) {
    String name = last(call.name());
    boolean qualified = call.name().size() > 1 && !call.name().get(0).equals("pg_catalog");
    if (!known && !qualified && !analysis.catalog.engineHasFunction(name)) {
      throw Analysis.at(FunctionResolver.missing(spelled(call), withoutNulls(types), names), call);
    }
    List<SqlNode> passed = new ArrayList<>();
    int positional = call.options().withinGroup() ? call.arguments().size() : arguments.size();
    for (int i = 0; i < positional; i++) {
      SqlNode argument = arguments.get(i);
      passed.add(
          names.get(i) == null
              ? argument
              : new NamedArgument(argument.getParserPosition(), names.get(i), argument));
    }
    return new FunctionCall(
        call.getParserPosition(),
        call.name(),
        passed,
        call.options(),
        windows.sort(call.orderBy(), place),
        filter(call, place),
        windows.over(call.over(), place),
        null,
        null);
  }

  /**
   * Types that only the engine knows are taken for those of the parameters where there is but one
   * function with so many.
   */
  private static List<PgType> withSoleCandidate(List<PgProc> procs, List<PgType> types) {
    PgProc sole = null;
    for (PgProc proc : procs) {
      if (proc.argumentTypes().size() == types.size()) {
        if (sole != null) {
          return types;
        }
        sole = proc;
      }
    }
    if (sole == null || sole.variadicElement() != null) {
      return types;
    }
    List<PgType> filled = new ArrayList<>(types);
    for (int i = 0; i < types.size(); i++) {
      PgType parameter = sole.argumentTypes().get(i);
      if (types.get(i) == null && !parameter.isPseudo()) {
        filled.set(i, parameter);
      }
    }
    return filled;
  }

  private static List<PgType> withoutNulls(List<PgType> types) {
    List<PgType> all = new ArrayList<>();
    for (PgType type : types) {
      all.add(type == null ? PgTypes.UNKNOWN : type);
    }
    return all;
  }

  private SqlNode resolved(
      FunctionCall call,
      FunctionResolver.Candidate candidate,
      List<SqlNode> arguments,
      List<PgType> types,
      Place place) {
    PgProc proc = candidate.proc();
    if (analysis.collated) {
      Collations.requireOne(arguments);
    }
    Polymorphism.Resolved resolved;
    try {
      resolved =
          new Polymorphism(analysis.coercions)
              .resolve(types, candidate.declared(), proc.resultType());
    } catch (PgException e) {
      throw Analysis.at(e, call);
    }
    List<SqlNode> converted = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      SqlNode argument = analysis.conversion.convert(arguments.get(i), resolved.arguments().get(i));
      // What is declared "any" keeps an unknown literal, as pg_typeof shows.
      boolean any = resolved.arguments().get(i).equals(PgTypes.ANY);
      SqlNode resolvedArgument = any ? argument : analysis.conversion.resolveUnknown(argument);
      converted.add(
          analysis.keepsForm
              ? resolvedArgument
              : analysis.conversion.arrays().argument(resolvedArgument, proc.name()));
    }
    List<SqlNode> orderBy;
    if (call.options().withinGroup()) {
      int direct = call.arguments().size();
      orderBy = sorted(call.orderBy(), converted.subList(direct, converted.size()));
      converted = new ArrayList<>(converted.subList(0, direct));
    } else {
      orderBy = windows.sort(call.orderBy(), place.in(Clause.AGGREGATE_ARGUMENT));
    }
    Routine routine = analysis.routines.of(proc);
    if (routine != null) {
      return new RoutineArguments(analysis)
          .call(call, routine, candidate, converted, resolved, place);
    }
    note(call, proc, place);
    orderBy = DistinctOrder.checked(call, converted, orderBy);
    analysis.catalog.functionUsed(proc.signature());
    return new FunctionCall(
        call.getParserPosition(),
        call.name(),
        SequenceNames.replace(
            proc,
            call.options().withinGroup() ? converted : positional(call, candidate, converted),
            analysis),
        call.options(),
        orderBy,
        filter(call, place),
        windows.over(call.over(), place),
        proc,
        ArrayLevels.ofCall(proc, resolved.result(), converted));
  }

  private static void note(FunctionCall call, PgProc proc, Place place) {
    if (call.over() != null) {
      place.traits().windows = true;
    } else if (proc.kind() == PgProc.Kind.AGGREGATE) {
      place.traits().aggregates = true;
    }
    place.traits().setReturning |= proc.returnsSet();
  }

  private static List<SqlNode> sorted(List<SqlNode> items, List<SqlNode> expressions) {
    List<SqlNode> sorted = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      SortItem item = (SortItem) items.get(i);
      sorted.add(
          new SortItem(
              item.getParserPosition(),
              expressions.get(i),
              item.direction(),
              item.nullsFirst(),
              item.using()));
    }
    return sorted;
  }

  private SqlNode filter(FunctionCall call, Place place) {
    return call.filter() == null
        ? null
        : analysis.conversion.toBoolean(
            expressions.analyze(call.filter(), place.in(Clause.FILTER)), "FILTER");
  }

  /** Named arguments in the function's own order, those left out before them by their defaults. */
  private List<SqlNode> positional(
      FunctionCall call, FunctionResolver.Candidate candidate, List<SqlNode> arguments) {
    int[] order = candidate.order();
    int last = order.length - 1;
    while (last >= 0 && order[last] < 0) {
      last--;
    }
    List<SqlNode> positional = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      positional.add(order[i] < 0 ? defaultOf(call, candidate.proc(), i) : arguments.get(order[i]));
    }
    PgProc proc = candidate.proc();
    if (COMPLETED.contains(proc.name())) {
      for (int i = positional.size(); i < proc.argumentTypes().size(); i++) {
        positional.add(defaultOf(call, proc, i));
      }
    }
    return positional;
  }

  private SqlNode defaultOf(FunctionCall call, PgProc proc, int argument) {
    PgType type = proc.argumentTypes().get(argument);
    int first = proc.argumentTypes().size() - proc.defaults();
    PgLiteral value =
        PgLiteral.string(call.getParserPosition(), proc.defaultTexts().get(argument - first));
    return analysis.conversion.convert(value, type);
  }

  private static String spelled(FunctionCall call) {
    return String.join(".", call.name());
  }

  private static String last(List<String> name) {
    return name.get(name.size() - 1);
  }
}
