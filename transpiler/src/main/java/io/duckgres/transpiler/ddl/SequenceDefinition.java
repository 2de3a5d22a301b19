package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.SequenceRecord;
import io.duckgres.transpiler.catalog.SequenceState;
import io.duckgres.transpiler.statement.SequenceOptions;
import java.math.BigInteger;

/**
 * A sequence with all its options decided.
 *
 * <p>Source: {@code src/backend/commands/sequence.c} (init_params).
 */
record SequenceDefinition(
    BigInteger start, BigInteger increment, BigInteger minimum, BigInteger maximum, boolean cycle) {

  /**
   * Fills in PostgreSQL's defaults and checks.
   *
   * @param type smallint, integer or bigint
   * @throws PgException 22023
   */
  static SequenceDefinition of(SequenceOptions options, PgType type) {
    BigInteger increment = options.increment() == null ? BigInteger.ONE : options.increment();
    if (increment.signum() == 0) {
      throw invalid("INCREMENT must not be zero");
    }
    boolean ascending = increment.signum() > 0;
    BigInteger lowest = lowest(type);
    BigInteger highest = lowest.add(BigInteger.ONE).negate();
    BigInteger minimum = options.minimum();
    if (minimum == null) {
      minimum = ascending ? BigInteger.ONE : lowest;
    }
    BigInteger maximum = options.maximum();
    if (maximum == null) {
      maximum = ascending ? highest : BigInteger.ONE.negate();
    }
    checkRange("MAXVALUE", maximum, lowest, highest, type);
    checkRange("MINVALUE", minimum, lowest, highest, type);
    if (minimum.compareTo(maximum) >= 0) {
      throw invalid("MINVALUE (" + minimum + ") must be less than MAXVALUE (" + maximum + ")");
    }
    BigInteger start = options.start();
    if (start == null) {
      start = ascending ? minimum : maximum;
    }
    if (start.compareTo(minimum) < 0) {
      throw invalid("START value (" + start + ") cannot be less than MINVALUE (" + minimum + ")");
    }
    if (start.compareTo(maximum) > 0) {
      throw invalid(
          "START value (" + start + ") cannot be greater than MAXVALUE (" + maximum + ")");
    }
    if (options.cache() != null && options.cache().signum() <= 0) {
      throw invalid("CACHE (" + options.cache() + ") must be greater than zero");
    }
    return new SequenceDefinition(
        start, increment, minimum, maximum, Boolean.TRUE.equals(options.cycle()));
  }

  /**
   * The definition that ALTER SEQUENCE makes of another one.
   *
   * @throws PgException 22023
   */
  static SequenceDefinition changed(SequenceState before, SequenceOptions options, PgType type) {
    boolean ascending =
        (options.increment() == null ? before.increment() : options.increment()).signum() > 0;
    PgType oldType = before.record().type();
    boolean minimumOfType =
        before.minimum().equals(ascending ? BigInteger.ONE : lowest(oldType))
            || before.minimum().equals(lowest(oldType));
    boolean maximumOfType = before.maximum().equals(lowest(oldType).add(BigInteger.ONE).negate());
    boolean newType = !type.equals(oldType);
    SequenceOptions all =
        new SequenceOptions(
            options.type(),
            options.start() == null ? before.record().start() : options.start(),
            options.increment() == null ? before.increment() : options.increment(),
            options.minimum() != null || options.noMinimum() || newType && minimumOfType
                ? options.minimum()
                : before.minimum(),
            options.maximum() != null || options.noMaximum() || newType && maximumOfType
                ? options.maximum()
                : before.maximum(),
            options.cycle() == null ? Boolean.valueOf(before.cycle()) : options.cycle(),
            options.cache(),
            null,
            null);
    return of(all, type);
  }

  /**
   * Checks the value of RESTART.
   *
   * @throws PgException 22023
   */
  void checkRestart(BigInteger value) {
    if (value.compareTo(minimum) < 0) {
      throw invalid("RESTART value (" + value + ") cannot be less than MINVALUE (" + minimum + ")");
    }
    if (value.compareTo(maximum) > 0) {
      throw invalid(
          "RESTART value (" + value + ") cannot be greater than MAXVALUE (" + maximum + ")");
    }
  }

  /** What is kept of it beside the engine, without an owner. */
  SequenceRecord record(PgType type) {
    return new SequenceRecord(start, type, null, null);
  }

  /** CREATE SEQUENCE in the engine's SQL. */
  String sql(NewObject name) {
    return sqlWithoutStart(name) + start;
  }

  /** The same up to the value that it starts with. */
  String sqlWithoutStart(NewObject name) {
    return "CREATE "
        + name.temporaryWord()
        + "SEQUENCE "
        + name.sql()
        + " INCREMENT BY "
        + increment
        + " MINVALUE "
        + minimum
        + " MAXVALUE "
        + maximum
        + (cycle ? " CYCLE" : " NO CYCLE")
        + " START WITH ";
  }

  private static BigInteger lowest(PgType type) {
    if (type.equals(PgTypes.INT2)) {
      return BigInteger.valueOf(Short.MIN_VALUE);
    }
    return type.equals(PgTypes.INT4)
        ? BigInteger.valueOf(Integer.MIN_VALUE)
        : BigInteger.valueOf(Long.MIN_VALUE);
  }

  private static void checkRange(
      String option, BigInteger value, BigInteger lowest, BigInteger highest, PgType type) {
    if (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0) {
      throw invalid(
          option
              + " ("
              + value
              + ") is out of range for sequence data type "
              + TypeNames.format(type));
    }
  }

  private static PgException invalid(String message) {
    return Errors.of(SqlState.INVALID_PARAMETER_VALUE, message);
  }
}
