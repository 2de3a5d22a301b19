package io.duckgres.transpiler.catalog;

import java.math.BigInteger;

/**
 * A sequence with its options.
 *
 * @param relation the sequence
 * @param minimum MINVALUE
 * @param maximum MAXVALUE
 * @param increment INCREMENT BY, never 0
 * @param cycle CYCLE
 * @param record what is kept beside the engine's catalog
 */
public record SequenceState(
    Relation relation,
    BigInteger minimum,
    BigInteger maximum,
    BigInteger increment,
    boolean cycle,
    SequenceRecord record) {}
