package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.catalog.Domain;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.statement.SequenceOptions;
import io.duckgres.transpiler.statement.TableElement;
import io.duckgres.transpiler.tree.ExpressionType;
import java.util.Set;

/**
 * From a column's definition to the engine's.
 *
 * <p>Source: {@code src/backend/parser/parse_utilcmd.c} (transformColumnDefinition).
 */
final class ColumnPlanner {
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private final DefinitionContext context;
  private final String table;
  private final OwnedSequences sequences;

  ColumnPlanner(DefinitionContext context, String table, OwnedSequences sequences) {
    this.context = context;
    this.table = table;
    this.sequences = sequences;
  }

  /** The column with its type and sequence; its expressions follow in {@link #withExpressions}. */
  ColumnSpec typed(TableElement.Column column, int number) {
    if (SYSTEM_COLUMNS.contains(column.name())) {
      throw Errors.of(
          SqlState.DUPLICATE_COLUMN,
          "column name \"" + column.name() + "\" conflicts with a system column name");
    }
    checkClauses(column);
    PgType serial = SerialType.integerOf(column.type());
    if (serial != null && column.type().dimensions() > 0) {
      throw Errors.at(
          column.type().start(),
          SqlState.FEATURE_NOT_SUPPORTED,
          "array of serial is not implemented");
    }
    ExpressionType type =
        serial != null ? ExpressionType.of(serial) : context.analysis().type(column.type());
    checkCollation(column.collation(), column.start());
    Domain domain = context.catalog().domain(type.type());
    ColumnSpec spec =
        new ColumnSpec(
            number,
            column.name(),
            type,
            context.types().storage(type, column.name(), column.type().start()),
            column.notNull()
                || serial != null
                || column.identity() != null
                || domain != null && domain.notNull(),
            null,
            null,
            null,
            column.identity() == null ? null : column.identity().always() ? 'a' : 'd');
    if (serial != null) {
      return sequences.addTo(spec, SequenceOptions.NONE);
    }
    return column.identity() == null ? spec : sequences.addTo(spec, column.identity().options());
  }

  /**
   * The column with its default or generation expression.
   *
   * @param scope all columns of the table
   */
  ColumnSpec withExpressions(ColumnSpec spec, TableElement.Column column, Relation scope) {
    ColumnExpressions expressions = new ColumnExpressions(context);
    if (column.defaultValue() != null && !ColumnExpressions.isNone(column.defaultValue())) {
      EngineExpression value =
          expressions.defaultOf(column.defaultValue(), spec.name(), spec.type());
      return spec.withDefault(
          value.sql(), value.shownOr(ColumnExpressions.shown(column.defaultValue(), spec.type())));
    }
    if (column.generation() != null) {
      if (spec.notNull()) {
        throw Errors.notSupported(column.start(), "NOT NULL on a generated column");
      }
      EngineExpression value =
          expressions.generationOf(column.generation(), scope, spec.name(), spec.type());
      return spec.withGeneration(value.sql(), value.shownOr(column.generation().text()));
    }
    Domain domain = context.catalog().domain(spec.type().type());
    boolean inherits = domain != null && spec.defaultSql() == null && column.defaultValue() == null;
    return inherits ? spec.withDefault(domain.defaultSql(), ColumnRecord.INHERITED) : spec;
  }

  /** Collations that compare bytes are the engine's own; it has no others of PostgreSQL's. */
  static void checkCollation(String collation, int start) {
    if (collation == null) {
      return;
    }
    switch (collation) {
      case "C", "POSIX", "ucs_basic", "default" -> {}
      default -> throw Errors.notSupported(start, "collation \"" + collation + "\"");
    }
  }

  private void checkClauses(TableElement.Column column) {
    boolean serial = SerialType.integerOf(column.type()) != null;
    boolean hasDefault = column.defaultValue() != null;
    if (serial && hasDefault) {
      throw conflict("multiple default values specified for column", column);
    }
    if (column.identity() != null && (hasDefault || serial)) {
      throw conflict("both default and identity specified for column", column);
    }
    if (column.generation() != null && (hasDefault || serial)) {
      throw conflict("both default and generation expression specified for column", column);
    }
    if (column.generation() != null && column.identity() != null) {
      throw conflict("both identity and generation expression specified for column", column);
    }
  }

  private PgException conflict(String what, TableElement.Column column) {
    return Errors.of(
        SqlState.SYNTAX_ERROR, what + " \"" + column.name() + "\" of table \"" + table + "\"");
  }
}
