package io.duckgres.pgtype;

/**
 * An operator: a row of {@code pg_operator}.
 *
 * @param oid {@code pg_operator.oid}
 * @param name {@code oprname}, for instance {@code +}
 * @param left type of the left operand, null for a prefix operator
 * @param right type of the right operand
 * @param result type of the result
 * @param function {@code oprcode}: name of the function that carries it out
 * @param commutatorOid {@code oprcom}, 0 when it has none
 * @param negatorOid {@code oprnegate}, 0 when it has none
 */
public record PgOperator(
    int oid,
    String name,
    PgType left,
    PgType right,
    PgType result,
    String function,
    int commutatorOid,
    int negatorOid) {

  /** The key of rule rows: the function and the operands' types, {@code date_mi(date,date)}. */
  public String signature() {
    return left == null
        ? function + "(" + right.name() + ")"
        : function + "(" + left.name() + "," + right.name() + ")";
  }
}
