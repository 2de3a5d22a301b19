package io.duckgres.transpiler.rule;

import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.SortItem;
import java.util.List;
import java.util.Set;

/**
 * Aggregates that keep the order of their values: PostgreSQL finds distinct ones by sorting, so
 * that they come in order when no other is asked for.
 */
final class DistinctOrder {
  private static final Set<String> KEEP_ORDER = Set.of("array_agg", "string_agg");

  private DistinctOrder() {}

  static FunctionCall sorted(FunctionCall call) {
    if (call.proc() == null
        || !call.options().distinct()
        || !call.orderBy().isEmpty()
        || !KEEP_ORDER.contains(call.proc().name())) {
      return call;
    }
    SortItem byValue =
        new SortItem(call.getParserPosition(), call.arguments().get(0), null, null, null);
    return new FunctionCall(
        call.getParserPosition(),
        call.name(),
        call.arguments(),
        call.options(),
        List.of(byValue),
        call.filter(),
        call.over(),
        call.proc(),
        call.expressionType());
  }
}
