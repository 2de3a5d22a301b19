package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.SequenceOptionContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.build.TypeNameBuilder;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.SequenceOptions;
import io.duckgres.transpiler.tree.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Options of sequences; each may be given once. */
final class SequenceOptionsBuilder {
  private enum Option {
    TYPE,
    START,
    INCREMENT,
    MINIMUM,
    MAXIMUM,
    CYCLE,
    CACHE,
    OWNER,
    NAME,
    RESTART
  }

  private final Set<Option> given = EnumSet.noneOf(Option.class);
  private TypeName type;
  private BigInteger start;
  private BigInteger increment;
  private BigInteger minimum;
  private BigInteger maximum;
  private Boolean cycle;
  private BigInteger cache;
  private ObjectName ownedBy;
  private ObjectName sequenceName;
  private boolean noMinimum;
  private boolean noMaximum;
  private boolean restartAllowed;
  private SequenceOptions.Restart restart;

  private SequenceOptionsBuilder() {}

  /** Options of a new sequence. */
  static SequenceOptions options(List<SequenceOptionContext> contexts) {
    return options(contexts, false);
  }

  /** Options of ALTER SEQUENCE, which may restart it. */
  static SequenceOptions changes(List<SequenceOptionContext> contexts) {
    return options(contexts, true);
  }

  private static SequenceOptions options(
      List<SequenceOptionContext> contexts, boolean restartAllowed) {
    SequenceOptionsBuilder builder = new SequenceOptionsBuilder();
    builder.restartAllowed = restartAllowed;
    for (SequenceOptionContext context : contexts) {
      builder.add(context);
    }
    return new SequenceOptions(
        builder.type,
        builder.start,
        builder.increment,
        builder.minimum,
        builder.maximum,
        builder.cycle,
        builder.cache,
        builder.ownedBy,
        builder.sequenceName,
        builder.noMinimum,
        builder.noMaximum,
        builder.restart);
  }

  private void add(SequenceOptionContext context) {
    if (context instanceof PostgresParser.SequenceTypeContext option) {
      once(Option.TYPE, context);
      type = TypeNameBuilder.simple(option.simpleTypeName());
    } else if (context instanceof PostgresParser.SequenceStartContext option) {
      once(Option.START, context);
      start = integer(option.signedNumber());
    } else if (context instanceof PostgresParser.SequenceIncrementContext option) {
      once(Option.INCREMENT, context);
      increment = integer(option.signedNumber());
    } else if (context instanceof PostgresParser.SequenceMinimumContext option) {
      once(Option.MINIMUM, context);
      minimum = integer(option.signedNumber());
    } else if (context instanceof PostgresParser.SequenceMaximumContext option) {
      once(Option.MAXIMUM, context);
      maximum = integer(option.signedNumber());
    } else if (context instanceof PostgresParser.SequenceNoLimitContext option) {
      boolean upper = option.what.getType() == PostgresParser.MAXVALUE;
      once(upper ? Option.MAXIMUM : Option.MINIMUM, context);
      noMaximum |= upper;
      noMinimum |= !upper;
    } else if (context instanceof PostgresParser.SequenceCycleContext option) {
      once(Option.CYCLE, context);
      cycle = option.NO() == null;
    } else if (context instanceof PostgresParser.SequenceCacheContext option) {
      once(Option.CACHE, context);
      cache = integer(option.signedNumber());
    } else {
      addName(context);
    }
  }

  private void addName(SequenceOptionContext context) {
    if (context instanceof PostgresParser.SequenceOwnedByContext option) {
      once(Option.OWNER, context);
      ObjectName owner = Words.object(option.anyName());
      ownedBy = owner.parts().equals(List.of("none")) ? null : owner;
    } else if (context instanceof PostgresParser.SequenceNameContext option) {
      once(Option.NAME, context);
      sequenceName = Words.relation(option.anyName());
    } else if (context instanceof PostgresParser.SequenceRestartContext option && restartAllowed) {
      once(Option.RESTART, context);
      restart =
          new SequenceOptions.Restart(
              option.signedNumber() == null ? null : integer(option.signedNumber()));
    } else if (context instanceof PostgresParser.SequenceRestartContext) {
      throw PgException.notSupported("RESTART of a new sequence")
          .withPosition(Words.start(context) + 1);
    }
  }

  private void once(Option option, SequenceOptionContext context) {
    if (!given.add(option)) {
      throw Words.syntaxError("conflicting or redundant options", context.getStart());
    }
  }

  private static BigInteger integer(PostgresParser.SignedNumberContext number) {
    try {
      return new BigDecimal(Words.number(number)).toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw Words.syntaxError(
              "invalid input syntax for type bigint: \"" + Words.number(number) + "\"",
              number.getStart())
          .withCause(e);
    }
  }
}
