package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.statement.DefinitionStatement.CompositeField;
import io.duckgres.transpiler.statement.DefinitionStatement.CreateComposite;
import io.duckgres.transpiler.tree.ExpressionType;
import java.util.ArrayList;
import java.util.List;

/**
 * CREATE TYPE … AS (…): a STRUCT type of the engine's, PostgreSQL's types of its attributes being
 * kept beside it.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createtype.html">CREATE TYPE</a>
 */
final class CompositePlanner {
  private final DefinitionContext context;

  CompositePlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(CreateComposite statement, Steps steps) {
    NewObject type = context.lookup().creation(statement.name().withoutPosition(), false);
    if (context.catalog().type(type.schema(), type.name()) != null) {
      throw Errors.of(SqlState.DUPLICATE_OBJECT, "type \"" + type.name() + "\" already exists");
    }
    if (type.temporary()) {
      throw Errors.notSupported(-1, "a temporary composite type");
    }
    if (statement.fields().isEmpty()) {
      throw Errors.notSupported(-1, "a composite type without attributes");
    }
    CreateTablePlanner.checkUnique(
        statement.fields().stream().map(CompositeField::name).toList(), -1);
    List<ColumnRecord> records = new ArrayList<>();
    for (CompositeField field : statement.fields()) {
      records.add(record(field, records.size() + 1));
    }
    steps.add("CREATE TYPE " + type.sql() + " AS " + struct(records));
    steps.addAll(context.records().compositeCreated(type.schema(), type.name(), records));
  }

  /** An attribute with its types here and there. */
  ColumnRecord record(CompositeField field, int number) {
    ExpressionType type = context.analysis().type(field.type());
    ColumnPlanner.checkCollation(field.collation(), field.start());
    return new ColumnRecord(
        number,
        field.name(),
        type.type(),
        type.typmod(),
        context.types().storage(type, field.name(), field.type().start()),
        null,
        null,
        null);
  }

  /** The engine's type with these fields. */
  static String struct(List<ColumnRecord> fields) {
    List<String> parts = new ArrayList<>();
    for (ColumnRecord field : fields) {
      parts.add(EngineSql.name(field.name()) + " " + field.engineType());
    }
    return "STRUCT(" + String.join(", ", parts) + ")";
  }
}
