package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.reference.RaisedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements that raise PostgreSQL's error when rows of a table violate a constraint that is about
 * to be added.
 *
 * <p>Source of messages: {@code src/backend/commands/tablecmds.c} (ATRewriteTable), {@code
 * src/backend/utils/sort/tuplesortvariants.c} (comparetup_index_btree_tiebreak), {@code
 * src/backend/utils/adt/ri_triggers.c} (ri_ReportViolation).
 */
final class ConstraintCheck {
  private final NewObject table;

  ConstraintCheck(NewObject table) {
    this.table = table;
  }

  List<String> statements(StoredTable.Constraint constraint) {
    ConstraintRecord record = constraint.record();
    return switch (record.kind()) {
      case CHECK -> List.of(check(record, constraint.expression()));
      case UNIQUE -> List.of(unique(record.name(), record.columns()));
      case PRIMARY_KEY -> {
        List<String> statements = new ArrayList<>();
        record.columns().forEach(column -> statements.add(notNull(column)));
        statements.add(unique(record.name(), record.columns()));
        yield statements;
      }
      case FOREIGN_KEY -> List.of(foreignKey(constraint));
    };
  }

  /** 23502 when a column holds nulls. */
  String notNull(String column) {
    String message =
        "column \"" + column + "\" of relation \"" + table.name() + "\" contains null values";
    return raise(
        SqlState.NOT_NULL_VIOLATION,
        message,
        null,
        "",
        "WHERE " + EngineSql.name(column) + " IS NULL");
  }

  private String check(ConstraintRecord record, String expression) {
    String message =
        "check constraint \""
            + record.name()
            + "\" of relation \""
            + table.name()
            + "\" is violated by some row";
    return raise(
        SqlState.CHECK_VIOLATION, message, null, record.name(), "WHERE NOT (" + expression + ")");
  }

  /** 23505 when a key is there twice. */
  String unique(String name, List<String> columns) {
    String present =
        columns.stream()
            .map(column -> EngineSql.name(column) + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    String keys = columns.stream().map(EngineSql::name).collect(Collectors.joining(", "));
    return raise(
        SqlState.UNIQUE_VIOLATION,
        "could not create unique index \"" + name + "\"",
        RaisedSql.key(columns, " is duplicated."),
        name,
        "WHERE " + present + " GROUP BY " + keys + " HAVING count(*) > 1");
  }

  private String foreignKey(StoredTable.Constraint constraint) {
    List<String> columns = constraint.record().columns();
    NewObject referenced = table.sibling(constraint.referencedTable());
    List<String> conditions = new ArrayList<>();
    List<String> present = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = table.sql() + "." + EngineSql.name(columns.get(i));
      conditions.add("r." + EngineSql.name(constraint.referencedColumns().get(i)) + " = " + column);
      present.add(column + " IS NOT NULL");
    }
    String message =
        "insert or update on table \""
            + table.name()
            + "\" violates foreign key constraint \""
            + constraint.record().name()
            + "\"";
    return raise(
        SqlState.FOREIGN_KEY_VIOLATION,
        message,
        RaisedSql.key(columns, " is not present in table \"" + referenced.name() + "\"."),
        constraint.record().name(),
        "WHERE "
            + String.join(" AND ", present)
            + " AND NOT EXISTS (SELECT 1 FROM "
            + referenced.sql()
            + " AS r WHERE "
            + String.join(" AND ", conditions)
            + ")");
  }

  private String raise(
      SqlState state, String message, String detail, String constraint, String where) {
    return "SELECT "
        + RaisedSql.error(state, message, detail, table.schema(), table.name(), constraint)
        + " FROM "
        + table.sql()
        + " "
        + where
        + " LIMIT 1";
  }
}
