package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.tree.ExpressionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a table anew with other constraints or columns, where the engine has no ALTER for it: the
 * old table is renamed, the new one created and filled from it, and the old one dropped, all in the
 * statement's transaction. Sequences, indexes, comments and what is kept beside the engine stay.
 * Takes time and space in proportion to the table.
 */
final class TableRebuild {
  /** Objects whose names begin so are hidden from clients. */
  private static final String OLD = "duckgres_old_";

  private final DefinitionContext context;
  private final NewObject table;
  private final StoredTable stored;

  /**
   * @param stored what the table has; its indexes must be gone, see {@link IndexRecreation}
   */
  TableRebuild(DefinitionContext context, NewObject table, StoredTable stored) {
    this.context = context;
    this.table = table;
    this.stored = stored;
  }

  /**
   * The statements.
   *
   * @param columns columns of the new table
   * @param constraints constraints of the new table
   * @param sources by column what fills it, in the engine's SQL over the old table; a column that
   *     is not in it is copied
   * @throws PgException 0A000 when foreign keys of the engine's refer to the table
   */
  List<String> statements(
      List<Attribute> columns,
      List<StoredTable.Constraint> constraints,
      Map<String, String> sources) {
    if (!stored.referencing().isEmpty()) {
      throw Errors.notSupported(
          -1, "this ALTER of a table that foreign keys of other tables refer to");
    }
    boolean selfReferring =
        constraints.stream().anyMatch(c -> table.name().equals(c.referencedTable()));
    if (selfReferring) {
      // The engine does not find rows that the same statement inserts.
      throw Errors.notSupported(-1, "this ALTER of a table with a foreign key to itself");
    }
    NewObject old = table.sibling(OLD + table.name());
    List<String> elements = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Attribute column : columns) {
      elements.add(definition(column));
      if (!column.generated()) {
        String name = EngineSql.name(column.name());
        names.add(name);
        values.add(sources.getOrDefault(column.name(), name));
      }
    }
    constraints.forEach(constraint -> elements.add(clause(constraint)));
    List<String> statements = new ArrayList<>();
    if (hasForeignKey(constraints) || hasForeignKey(stored.constraints())) {
      // The engine notes foreign keys at the other table by this table's name, also of one that was
      // renamed: only by dropping it before it is created again are the notes kept right.
      statements.add(
          "CREATE "
              + table.temporaryWord()
              + "TABLE "
              + old.sql()
              + " AS SELECT * FROM "
              + table.sql());
      statements.add("DROP TABLE " + table.sql());
    } else {
      statements.add("ALTER TABLE " + table.sql() + " RENAME TO " + EngineSql.name(old.name()));
    }
    statements.add(
        "CREATE "
            + table.temporaryWord()
            + "TABLE "
            + table.sql()
            + " ("
            + String.join(", ", elements)
            + ")");
    statements.add(
        "INSERT INTO "
            + table.sql()
            + " ("
            + String.join(", ", names)
            + ") SELECT "
            + String.join(", ", values)
            + " FROM "
            + old.sql());
    statements.add("DROP TABLE " + old.sql());
    comments(columns, statements);
    statements.addAll(
        context
            .records()
            .constraintsChanged(table.schema(), table.name(), renumbered(constraints)));
    return statements;
  }

  private static boolean hasForeignKey(List<StoredTable.Constraint> constraints) {
    return constraints.stream()
        .anyMatch(c -> c.record().kind() == ConstraintRecord.Kind.FOREIGN_KEY);
  }

  private void comments(List<Attribute> columns, List<String> statements) {
    if (stored.comment() != null) {
      statements.add(
          "COMMENT ON TABLE " + table.sql() + " IS " + EngineSql.literal(stored.comment()));
    }
    for (StoredTable.ColumnComment comment : stored.columnComments()) {
      if (columns.stream().anyMatch(column -> column.name().equals(comment.column()))) {
        statements.add(
            "COMMENT ON COLUMN "
                + table.sql()
                + "."
                + EngineSql.name(comment.column())
                + " IS "
                + EngineSql.literal(comment.comment()));
      }
    }
  }

  /** The records with their positions in the new table. */
  static List<ConstraintRecord> renumbered(List<StoredTable.Constraint> constraints) {
    List<ConstraintRecord> records = new ArrayList<>();
    for (StoredTable.Constraint constraint : constraints) {
      ConstraintRecord record = constraint.record();
      int position = (int) records.stream().filter(r -> r.kind() == record.kind()).count();
      records.add(
          new ConstraintRecord(
              record.kind(), record.columns(), position, record.name(), record.expression()));
    }
    return records;
  }

  private String definition(Attribute column) {
    boolean own = column.type() != null && !column.type().schema().equals(ObjectLookup.PG_CATALOG);
    String type =
        own
            ? context.types().storage(ExpressionType.ofValues(column), column.name(), -1)
            : column.engineType();
    StringBuilder sql = new StringBuilder(EngineSql.name(column.name())).append(' ').append(type);
    String expression = column.defaultExpression();
    if (column.generated()) {
      return sql.append(" GENERATED ALWAYS AS (").append(expression).append(")").toString();
    }
    if (expression != null) {
      sql.append(" DEFAULT (").append(expression).append(')');
    }
    return column.notNull() ? sql.append(" NOT NULL").toString() : sql.toString();
  }

  private String clause(StoredTable.Constraint constraint) {
    String columns = EngineSql.nameList(constraint.record().columns());
    return switch (constraint.record().kind()) {
      case PRIMARY_KEY -> "PRIMARY KEY " + columns;
      case UNIQUE -> "UNIQUE " + columns;
      case CHECK -> "CHECK (" + constraint.expression() + ")";
      case FOREIGN_KEY ->
          "FOREIGN KEY "
              + columns
              + " REFERENCES "
              + table.sibling(constraint.referencedTable()).shortSql()
              + " "
              + EngineSql.nameList(constraint.referencedColumns());
    };
  }

  /** What belongs to a table. */
  static StoredTable stored(DefinitionContext context, Relation table) {
    StoredTable stored = context.catalog().stored(table);
    return stored != null
        ? stored
        : new StoredTable(List.of(), List.of(), null, List.of(), List.of());
  }
}
