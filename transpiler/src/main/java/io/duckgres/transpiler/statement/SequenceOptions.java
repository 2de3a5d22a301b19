package io.duckgres.transpiler.statement;

import io.duckgres.transpiler.tree.TypeName;
import java.math.BigInteger;

/**
 * Options of CREATE SEQUENCE and of identity columns; null where not given.
 *
 * @param type AS
 * @param start START WITH
 * @param increment INCREMENT BY
 * @param minimum MINVALUE
 * @param maximum MAXVALUE
 * @param cycle CYCLE or NO CYCLE
 * @param cache CACHE
 * @param ownedBy OWNED BY a column; null for NONE as well
 * @param sequenceName SEQUENCE NAME of an identity column
 * @param noMinimum NO MINVALUE
 * @param noMaximum NO MAXVALUE
 * @param restart RESTART of ALTER SEQUENCE
 */
public record SequenceOptions(
    TypeName type,
    BigInteger start,
    BigInteger increment,
    BigInteger minimum,
    BigInteger maximum,
    Boolean cycle,
    BigInteger cache,
    ObjectName ownedBy,
    ObjectName sequenceName,
    boolean noMinimum,
    boolean noMaximum,
    Restart restart) {

  /**
   * RESTART.
   *
   * @param value WITH, null for the start value
   */
  public record Restart(BigInteger value) {}

  /** Options of a new sequence. */
  public SequenceOptions(
      TypeName type,
      BigInteger start,
      BigInteger increment,
      BigInteger minimum,
      BigInteger maximum,
      Boolean cycle,
      BigInteger cache,
      ObjectName ownedBy,
      ObjectName sequenceName) {
    this(
        type,
        start,
        increment,
        minimum,
        maximum,
        cycle,
        cache,
        ownedBy,
        sequenceName,
        false,
        false,
        null);
  }

  /** None given. */
  public static final SequenceOptions NONE =
      new SequenceOptions(null, null, null, null, null, null, null, null, null);
}
