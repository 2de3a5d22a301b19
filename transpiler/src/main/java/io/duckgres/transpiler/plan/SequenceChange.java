package io.duckgres.transpiler.plan;

import java.math.BigInteger;
import java.util.List;

/**
 * A sequence that is set to a value. The engine can't set one, so that it is created anew.
 *
 * @param name for messages
 * @param position a query of two columns: the value, and whether it has been drawn already, so that
 *     the next one follows it. Of several rows the last counts; a null changes nothing
 * @param minimum the least value allowed
 * @param maximum the greatest value allowed
 * @param before statements that take the old sequence away
 * @param create CREATE SEQUENCE, up to the value that it starts with
 * @param draw draws the first value
 * @param after statements that put the new sequence where the old one was used
 */
public record SequenceChange(
    String name,
    EngineStep position,
    BigInteger minimum,
    BigInteger maximum,
    List<String> before,
    String create,
    String draw,
    List<String> after) {
  public SequenceChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
