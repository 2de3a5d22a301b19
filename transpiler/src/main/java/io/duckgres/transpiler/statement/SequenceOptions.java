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
    ObjectName sequenceName) {
  /** None given. */
  public static final SequenceOptions NONE =
      new SequenceOptions(null, null, null, null, null, null, null, null, null);
}
