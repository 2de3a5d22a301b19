package io.duckgres.pgtype;

import java.util.List;

/**
 * A function, aggregate, window function or procedure: a row of {@code pg_proc}.
 *
 * @param oid {@code pg_proc.oid}; 0 for one that PostgreSQL doesn't have
 * @param name {@code proname}
 * @param kind {@code prokind}
 * @param argumentTypes types of the input arguments, a variadic one as its array (or {@code any})
 * @param argumentNames names of the input arguments, {@code ""} where one has none; may be empty
 * @param defaultTexts the defaults of the last arguments, as texts of their types; null for NULL
 * @param variadicElement element type of a variadic last argument, otherwise null
 * @param resultType {@code prorettype}
 * @param returnsSet {@code proretset}
 * @param strict {@code proisstrict}
 * @param volatility {@code provolatile}: i, s or v
 * @param outputs OUT and TABLE columns, in order; empty when the result is a plain value
 * @param directArguments how many arguments stand before WITHIN GROUP of an ordered-set aggregate
 * @param aggregateKind {@code aggkind}: n, o or h; a blank for what is no aggregate
 * @see <a href="https://www.postgresql.org/docs/17/catalog-pg-proc.html">pg_proc</a>
 */
public record PgProc(
    int oid,
    String name,
    Kind kind,
    List<PgType> argumentTypes,
    List<String> argumentNames,
    List<String> defaultTexts,
    PgType variadicElement,
    PgType resultType,
    boolean returnsSet,
    boolean strict,
    char volatility,
    List<Output> outputs,
    int directArguments,
    char aggregateKind) {

  /** {@code pg_proc.prokind}. */
  public enum Kind {
    FUNCTION,
    AGGREGATE,
    WINDOW,
    PROCEDURE
  }

  /** A column that a function returning {@code record} has by its OUT arguments. */
  public record Output(String name, PgType type) {}

  public PgProc {
    argumentTypes = List.copyOf(argumentTypes);
    argumentNames = List.copyOf(argumentNames);
    outputs = List.copyOf(outputs);
    // Elements may be null, which List.copyOf refuses.
    defaultTexts = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(defaultTexts));
  }

  /** How many of the last arguments have a default. */
  public int defaults() {
    return defaultTexts.size();
  }

  /** The key of rule rows: internal type names, for instance {@code date_mi(date,date)}. */
  public String signature() {
    StringBuilder text = new StringBuilder(name).append('(');
    for (int i = 0; i < argumentTypes.size(); i++) {
      text.append(i == 0 ? "" : ",").append(argumentTypes.get(i).name());
    }
    return text.append(')').toString();
  }

  /** True for an ordered-set or hypothetical-set aggregate, which wants WITHIN GROUP. */
  public boolean isOrderedSet() {
    return aggregateKind == 'o' || aggregateKind == 'h';
  }

  @Override
  public String toString() {
    return signature();
  }
}
