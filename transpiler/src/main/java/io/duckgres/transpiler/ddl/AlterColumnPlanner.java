package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.catalog.ConstraintRecord;
import io.duckgres.transpiler.catalog.ForeignKey;
import io.duckgres.transpiler.catalog.StoredTable;
import io.duckgres.transpiler.catalog.ViewDependency;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.statement.AlterTable;
import io.duckgres.transpiler.statement.TableElement;
import io.duckgres.transpiler.tree.ExpressionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Actions on a column that is there. */
final class AlterColumnPlanner {
  private final DefinitionContext context;
  private final AlteredTable table;
  private final Steps steps;

  AlterColumnPlanner(DefinitionContext context, AlteredTable table, Steps steps) {
    this.context = context;
    this.table = table;
    this.steps = steps;
  }

  void drop(AlterTable.DropColumn action) {
    Attribute column = table.attribute(action.column());
    if (column == null) {
      PgException missing = Errors.noColumn(action.column(), table.name());
      if (!action.ifExists()) {
        throw missing;
      }
      steps.notice(PgNotice.skipping(missing.getMessage() + ", skipping"));
      return;
    }
    Dependents dependents = new Dependents(context);
    dependents.ofColumn(table.relation(), column.name());
    dependents.drop(
        "column " + column.name() + " of " + dependents.described(table.relation()),
        action.cascade(),
        steps);
    if (table.relation().attributes().size() == 1) {
      throw Errors.notSupported(-1, "dropping the only column of a table");
    }
    for (ForeignKey key : List.copyOf(table.foreignKeys())) {
      if (key.columns().contains(column.name())) {
        steps.addAll(context.records().foreignKeyDropped(key));
        table.foreignKeys().remove(key);
      }
    }
    List<StoredTable.Constraint> gone = table.constraintsOn(column.name());
    table.remove(column);
    if (gone.isEmpty() && !precedesKey(column)) {
      steps.add(table.alter() + "DROP COLUMN " + EngineSql.name(column.name()));
    } else {
      List<StoredTable.Constraint> kept = new ArrayList<>(table.stored().constraints());
      kept.removeAll(gone);
      rebuild(kept, Map.of());
    }
    steps.addAll(context.records().columnDropped(table.schema(), table.name(), column.name()));
    steps.addAll(context.records().indexesDropped(table.schema(), table.name(), column.name()));
    DropPlanner.dropOwned(context, table.relation(), column.name(), steps);
  }

  /** The engine drops no column before one of a key. */
  private boolean precedesKey(Attribute column) {
    return table.stored().constraints().stream()
        .filter(constraint -> constraint.record().kind() != ConstraintRecord.Kind.CHECK)
        .flatMap(constraint -> constraint.record().columns().stream())
        .map(table::attribute)
        .anyMatch(key -> key != null && key.number() > column.number());
  }

  void setDefault(AlterTable.SetDefault action) {
    Attribute column = table.existing(action.column());
    refuseGenerated(column);
    ExpressionType type = ExpressionType.ofValues(column);
    if (action.value() == null || ColumnExpressions.isNone(action.value())) {
      steps.add(alterColumn(column) + "DROP DEFAULT");
      changed(column.withDefault(null), column, null);
      return;
    }
    EngineExpression value = defaultOf(action.value(), column.name(), type);
    steps.add(alterColumn(column) + "SET DEFAULT (" + value.sql() + ")");
    String text = value.shownOr(ColumnExpressions.shown(action.value(), type));
    changed(column.withDefault(value.sql()), column, text);
  }

  /** PostgreSQL analyses defaults of ALTER TABLE without the statement's text. */
  private EngineExpression defaultOf(
      TableElement.Expression value, String column, ExpressionType type) {
    try {
      return new ColumnExpressions(context).defaultOf(value, column, type);
    } catch (PgException error) {
      throw error.withPosition(0);
    }
  }

  void setNotNull(AlterTable.SetNotNull action) {
    Attribute column = table.existing(action.column());
    refuseGenerated(column);
    if (column.notNull() == action.notNull()) {
      return;
    }
    boolean inPrimaryKey =
        table.constraintsOn(column.name()).stream()
            .anyMatch(c -> c.record().kind() == ConstraintRecord.Kind.PRIMARY_KEY);
    if (inPrimaryKey && !action.notNull()) {
      throw Errors.of(
          SqlState.INVALID_TABLE_DEFINITION,
          "column \"" + column.name() + "\" is in a primary key");
    }
    if (column.identity() != null && !action.notNull()) {
      throw Errors.of(
          SqlState.SYNTAX_ERROR,
          "column \""
              + column.name()
              + "\" of relation \""
              + table.name()
              + "\" is an identity column");
    }
    if (action.notNull()) {
      steps.add(new ConstraintCheck(table.object()).notNull(column.name()));
    }
    steps.add(alterColumn(column) + (action.notNull() ? "SET" : "DROP") + " NOT NULL");
    table.replace(column, column.withNotNull(action.notNull()));
  }

  /**
   * ALTER COLUMN … TYPE. A wider varchar or text instead of varchar is only a matter of what is
   * kept beside the engine.
   */
  void setType(AlterTable.SetType action) {
    Attribute column = table.attribute(action.column());
    if (column == null) {
      throw Errors.noColumn(action.column(), table.name());
    }
    refuseGenerated(column);
    ExpressionType type = context.analysis().type(action.type());
    if (type.type().kind() == TypeKind.DOMAIN) {
      throw Errors.notSupported(action.type().start(), "ALTER COLUMN … TYPE to a domain");
    }
    ColumnPlanner.checkCollation(action.collation(), action.type().start());
    String storage = context.types().storage(type, column.name(), action.type().start());
    refuseViews(column);
    boolean constrained = !table.constraintsOn(column.name()).isEmpty();
    boolean converted = action.using() != null || !keepsValues(column, type, storage);
    String conversion = converted ? conversion(action, type) : null;
    if (converted && !constrained) {
      steps.add(alterColumn(column) + "TYPE " + storage + " USING (" + conversion + ")");
    }
    Attribute after =
        new Attribute(
            column.number(),
            column.name(),
            type.type(),
            type.typmod(),
            column.notNull(),
            column.defaultExpression(),
            false,
            storage,
            column.identity(),
            null);
    changed(after, column, null);
    if (converted && constrained) {
      rebuild(table.stored().constraints(), Map.of(column.name(), conversion));
    }
  }

  private void refuseViews(Attribute column) {
    for (ViewDependency dependency : context.catalog().viewDependencies()) {
      if (dependency.readsFrom(table.relation()) && dependency.columns().contains(column.name())) {
        throw Errors.of(
                SqlState.FEATURE_NOT_SUPPORTED,
                "cannot alter type of a column used by a view or rule")
            .withDetail(
                "rule _RETURN on view "
                    + dependency.view()
                    + " depends on column \""
                    + column.name()
                    + "\"");
      }
    }
  }

  private void rebuild(List<StoredTable.Constraint> constraints, Map<String, String> sources) {
    steps.addAll(
        new TableRebuild(context, table.object(), table.stored())
            .statements(table.relation().attributes(), constraints, sources));
    table.setConstraints(constraints);
  }

  private String conversion(AlterTable.SetType action, ExpressionType type) {
    SqlNode expression =
        action.using() != null
            ? action.using().node()
            : new SqlIdentifier(List.of(action.column()), SqlParserPos.ZERO);
    TreeSearch.refuseSubquery(expression, "transform expression");
    try {
      EngineExpression value =
          context.analysis().expression(expression, ExpressionPlace.USING, table.relation(), type);
      steps.evaluates(value.repeats());
      return value.sql();
    } catch (PgException error) {
      if (error.state() != SqlState.DATATYPE_MISMATCH) {
        throw error;
      }
      throw notCastable(action, type).withCause(error);
    }
  }

  private static PgException notCastable(AlterTable.SetType action, ExpressionType type) {
    String target = TypeNames.format(type.type(), type.typmod());
    return action.using() == null
        ? Errors.of(
                SqlState.DATATYPE_MISMATCH,
                "column \"" + action.column() + "\" cannot be cast automatically to type " + target)
            .withHint(
                "You might need to specify \"USING "
                    + EngineSql.name(action.column())
                    + "::"
                    + target
                    + "\".")
        : Errors.of(
                SqlState.DATATYPE_MISMATCH,
                "result of USING clause for column \""
                    + action.column()
                    + "\" cannot be cast automatically to type "
                    + target)
            .withHint("You might need to add an explicit cast.");
  }

  private static boolean keepsValues(Attribute column, ExpressionType type, String storage) {
    if (column.type() == null || !storage.equals(column.engineType())) {
      return false;
    }
    boolean sameType = column.type().equals(type.type());
    if (sameType && column.typmod() == type.typmod()) {
      return true;
    }
    boolean characters =
        column.type().equals(PgTypes.VARCHAR) || column.type().equals(PgTypes.TEXT);
    if (!characters) {
      return false;
    }
    return type.type().equals(PgTypes.TEXT)
        || type.type().equals(PgTypes.VARCHAR)
            && (type.typmod() < 0 || column.typmod() >= 0 && type.typmod() >= column.typmod());
  }

  private String alterColumn(Attribute column) {
    return table.alter() + "ALTER COLUMN " + EngineSql.name(column.name()) + " ";
  }

  private void refuseGenerated(Attribute column) {
    if (column.generated()) {
      throw Errors.notSupported(-1, "altering the generated column \"" + column.name() + "\"");
    }
  }

  private void changed(Attribute after, Attribute before, String defaultText) {
    table.replace(before, after);
    if (after.type() != null) {
      steps.addAll(
          context
              .records()
              .columnChanged(table.schema(), table.name(), ColumnRecord.of(after, defaultText)));
    }
  }
}
