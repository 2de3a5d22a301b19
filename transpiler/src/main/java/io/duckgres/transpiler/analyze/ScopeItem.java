package io.duckgres.transpiler.analyze;

import java.util.List;

/**
 * A FROM item as names see it: PostgreSQL's ParseNamespaceItem.
 *
 * @param alias the name by which it is known; null for a join without alias
 * @param schema schema of a table that was named without alias, otherwise null
 * @param engineAlias its alias for the engine; null for a join
 * @param columns its columns in order
 * @param tableVisible whether {@code alias.column} finds it
 * @param columnsVisible whether its columns are found without qualification
 * @param scalar whether it is a function of one value, which its name stands for
 * @param systemColumns columns that are found by name only, where no other column has it
 * @param nullable whether a join may give a row without one of its rows
 */
record ScopeItem(
    String alias,
    String schema,
    String engineAlias,
    List<ScopeColumn> columns,
    boolean tableVisible,
    boolean columnsVisible,
    boolean scalar,
    List<ScopeColumn> systemColumns,
    boolean nullable) {
  ScopeItem {
    columns = List.copyOf(columns);
    systemColumns = List.copyOf(systemColumns);
  }

  ScopeItem(
      String alias,
      String schema,
      String engineAlias,
      List<ScopeColumn> columns,
      boolean tableVisible,
      boolean columnsVisible) {
    this(
        alias, schema, engineAlias, columns, tableVisible, columnsVisible, false, List.of(), false);
  }

  /** The same item, its name standing for its only column. */
  ScopeItem ofScalar() {
    return new ScopeItem(
        alias,
        schema,
        engineAlias,
        columns,
        tableVisible,
        columnsVisible,
        columns.size() == 1,
        systemColumns,
        nullable);
  }

  /** The same item, with its columns hidden from unqualified names. */
  ScopeItem withHiddenColumns() {
    return new ScopeItem(
        alias, schema, engineAlias, columns, tableVisible, false, scalar, systemColumns, nullable);
  }

  /** The same item with these system columns. */
  ScopeItem withSystemColumns(List<ScopeColumn> added) {
    return new ScopeItem(
        alias, schema, engineAlias, columns, tableVisible, columnsVisible, scalar, added, nullable);
  }

  /** The same item on the side of an outer join that may have no row. */
  ScopeItem ofOuterJoin() {
    return new ScopeItem(
        alias,
        schema,
        engineAlias,
        columns,
        tableVisible,
        columnsVisible,
        scalar,
        systemColumns,
        true);
  }
}
