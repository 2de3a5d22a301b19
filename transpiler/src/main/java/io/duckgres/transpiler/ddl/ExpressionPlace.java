package io.duckgres.transpiler.ddl;

/** Where an expression of a definition stands. */
public enum ExpressionPlace {
  /** DEFAULT: no columns. */
  DEFAULT,
  /** CHECK: a boolean over the table's columns. */
  CHECK,
  /** CHECK of a domain: a boolean over its value. */
  DOMAIN_CHECK,
  /** GENERATED ALWAYS AS: immutable, over the table's other columns. */
  GENERATION,
  /** A key of an index. */
  INDEX,
  /** WHERE of COPY FROM: a boolean over the table's columns. */
  COPY_WHERE,
  /** USING of ALTER COLUMN … TYPE. */
  USING
}
