package io.duckgres.compat.cases;

import java.util.Locale;

/** What two answers can differ in. */
enum Aspect {
  /** The case's setup does not run at all. */
  SETUP,
  /** Whether there is an error, its severity and SQLSTATE. */
  SQLSTATE,
  /** Where in the text the error is. */
  POSITION,
  /** The words of errors and notices, where the case asks for them. */
  MESSAGE,
  /** How many results and columns there are, and the columns' names. */
  NAMES,
  /** The columns' type OIDs. */
  TYPES,
  /** The columns' type modifiers. */
  TYPMODS,
  /** The table and attribute that columns come from. */
  ORIGIN,
  /** The rows, in text or binary form. */
  VALUES,
  /** The rows are the same, but in another order. */
  ORDER,
  /** The command tag. */
  TAG,
  /** Severity and SQLSTATE of notices. */
  NOTICES,
  /** The types of parameters. */
  PARAMETERS,
  /** The settings whose change is reported. */
  SETTINGS,
  /** The transaction state afterwards. */
  STATE,
  /** A wire script that does not hold; stands for {@code wire/<script>}, never for a case. */
  SCRIPT;

  static Aspect of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
