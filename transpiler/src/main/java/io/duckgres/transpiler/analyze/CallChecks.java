package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.Collections;
import java.util.List;

/**
 * Whether a call fits the sort of function and the place that it stands in.
 *
 * <p>Source: {@code src/backend/parser/parse_func.c} and {@code parse_agg.c}
 * (check_agglevels_and_constraints, transformWindowFuncCall).
 */
record CallChecks(FunctionCall call, PgProc proc, Place place) {

  void check() {
    switch (proc.kind()) {
      case FUNCTION -> plainFunction();
      case AGGREGATE -> aggregate();
      case WINDOW -> window();
      case PROCEDURE ->
          throw at(
              new PgException(SqlState.WRONG_OBJECT_TYPE, signature() + " is a procedure")
                  .withHint("To call a procedure, use CALL."));
    }
    if (call.over() != null) {
      windowPlace();
    }
  }

  private String signature() {
    List<PgType> types = call.getOperandList().stream().map(Typed::typeOf).toList();
    return FunctionResolver.spell(proc.name(), types, Collections.nCopies(types.size(), null));
  }

  private void plainFunction() {
    String name = proc.name();
    if (call.options().star()) {
      throw wrong(name + "(*) specified, but " + name + " is not an aggregate function");
    }
    if (call.options().distinct()) {
      throw wrong("DISTINCT specified, but " + name + " is not an aggregate function");
    }
    if (call.options().withinGroup()) {
      throw wrong("WITHIN GROUP specified, but " + name + " is not an aggregate function");
    }
    if (!call.orderBy().isEmpty()) {
      throw wrong("ORDER BY specified, but " + name + " is not an aggregate function");
    }
    if (call.filter() != null) {
      throw wrong("FILTER specified, but " + name + " is not an aggregate function");
    }
    if (call.over() != null) {
      throw wrong(
          "OVER specified, but " + name + " is not a window function nor an aggregate function");
    }
    if (proc.returnsSet()) {
      setReturning();
    }
  }

  private void setReturning() {
    if (place.conditional()) {
      throw at(
          new PgException(
                  SqlState.FEATURE_NOT_SUPPORTED,
                  "set-returning functions are not allowed in " + place.construct())
              .withHint(
                  "You might be able to move the set-returning function into a LATERAL FROM"
                      + " item."));
    }
    Clause clause = place.clause();
    boolean allowed =
        switch (clause) {
          case SELECT_LIST,
              FROM_FUNCTION,
              FROM_ITEM,
              ORDER_BY,
              GROUP_BY,
              DISTINCT_ON,
              VALUES,
              OTHER ->
              true;
          default -> false;
        };
    if (!allowed) {
      throw at(
          new PgException(
              SqlState.FEATURE_NOT_SUPPORTED,
              clause == Clause.AGGREGATE_ARGUMENT
                  ? "aggregate function calls cannot contain set-returning function calls"
                  : "set-returning functions are not allowed in " + clause.text()));
    }
  }

  private void aggregate() {
    if (proc.argumentTypes().isEmpty() && !call.options().star()) {
      throw wrong(proc.name() + "(*) must be used to call a parameterless aggregate function");
    }
    boolean ordered = proc.isOrderedSet();
    if (ordered && !call.options().withinGroup()) {
      throw wrong("WITHIN GROUP is required for ordered-set aggregate " + proc.name());
    }
    if (!ordered && call.options().withinGroup()) {
      throw wrong(proc.name() + " is not an ordered-set aggregate, so it cannot have WITHIN GROUP");
    }
    if (ordered && call.over() != null) {
      throw at(
          new PgException(
              SqlState.FEATURE_NOT_SUPPORTED,
              "OVER is not supported for ordered-set aggregate " + proc.name()));
    }
    if (call.options().distinct() && call.over() != null) {
      throw at(
          new PgException(
              SqlState.FEATURE_NOT_SUPPORTED, "DISTINCT is not implemented for window functions"));
    }
    if (call.over() == null) {
      aggregatePlace();
    }
  }

  private void aggregatePlace() {
    Clause clause = place.clause();
    if (clause == Clause.AGGREGATE_ARGUMENT) {
      throw at(
          new PgException(SqlState.GROUPING_ERROR, "aggregate function calls cannot be nested"));
    }
    if (!clause.allowsAggregates()) {
      throw at(
          new PgException(
              SqlState.GROUPING_ERROR, "aggregate functions are not allowed in " + clause.text()));
    }
  }

  private void window() {
    if (call.over() == null) {
      throw wrong("window function " + proc.name() + " requires an OVER clause");
    }
    if (call.options().distinct()) {
      throw at(
          new PgException(
              SqlState.FEATURE_NOT_SUPPORTED, "DISTINCT is not implemented for window functions"));
    }
    if (call.filter() != null) {
      throw at(
          new PgException(
              SqlState.FEATURE_NOT_SUPPORTED,
              "FILTER is not implemented for non-aggregate window functions"));
    }
  }

  private void windowPlace() {
    Clause clause = place.clause();
    if (clause == Clause.AGGREGATE_ARGUMENT) {
      throw at(
          new PgException(
              SqlState.GROUPING_ERROR,
              "aggregate function calls cannot contain window function calls"));
    }
    if (!clause.allowsWindows()) {
      throw at(
          new PgException(
              SqlState.WINDOWING_ERROR,
              clause == Clause.WINDOW_PARTITION
                  ? "window functions are not allowed in window definitions"
                  : "window functions are not allowed in " + clause.text()));
    }
  }

  private PgException wrong(String message) {
    return at(new PgException(SqlState.WRONG_OBJECT_TYPE, message));
  }

  private PgException at(PgException error) {
    return Analysis.at(error, call);
  }
}
