package io.duckgres.transpiler.build.utility;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.CreateTableStmtContext;
import io.duckgres.grammar.PostgresParser.LikeClauseContext;
import io.duckgres.grammar.PostgresParser.LikeOptionContext;
import io.duckgres.grammar.PostgresParser.RelationScopeContext;
import io.duckgres.grammar.PostgresParser.TableElementContext;
import io.duckgres.grammar.PostgresParser.TableStorageContext;
import io.duckgres.grammar.PostgresParser.TruncateStmtContext;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.build.Names;
import io.duckgres.transpiler.build.QueryBuilder;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.TableConstraint;
import io.duckgres.transpiler.statement.TableElement;
import io.duckgres.transpiler.statement.TableElement.LikeOption;
import io.duckgres.transpiler.statement.TableStatement;
import io.duckgres.transpiler.statement.TableStatement.OnCommit;
import io.duckgres.transpiler.statement.UnsupportedStatement;
import io.duckgres.transpiler.statement.UtilityStatement;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.SelectInto;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** CREATE TABLE in all its forms, SELECT INTO and TRUNCATE. */
final class TableBuilder {
  private final SourceText source;

  TableBuilder(SourceText source) {
    this.source = source;
  }

  UtilityStatement create(CreateTableStmtContext context) {
    String unsupported = unsupported(context);
    if (unsupported != null) {
      return new UnsupportedStatement(unsupported);
    }
    ObjectName name = Words.relation(context.tableName);
    boolean temporary = isTemporary(context.relationScope());
    boolean ifNotExists = context.ifNotExists() != null;
    OnCommit onCommit = onCommit(context.tableStorage());
    if (context.query != null) {
      boolean withData = context.withData() == null || context.withData().no == null;
      return new TableStatement.CreateTableAs(
          name,
          temporary,
          ifNotExists,
          Names.list(context.columns),
          QueryBuilder.query(context.query),
          withData,
          onCommit);
    }
    if (context.parent != null) {
      return new TableStatement.CreatePartition(
          name,
          ifNotExists,
          Words.relation(context.parent),
          PartitionBuilder.bound(context.partitionBound()));
    }
    List<TableElement> elements = new ArrayList<>();
    List<TableConstraint> constraints = new ArrayList<>();
    for (TableElementContext element : context.elements) {
      add(element, name.name(), elements, constraints);
    }
    return new TableStatement.CreateTable(
        name,
        temporary,
        ifNotExists,
        elements,
        constraints,
        onCommit,
        context.partitionClause() == null
            ? null
            : new PartitionBuilder(source).clause(context.partitionClause()));
  }

  TableStatement.CreateMaterializedView materializedView(
      PostgresParser.CreateMaterializedViewStmtContext context) {
    return new TableStatement.CreateMaterializedView(
        Words.relation(context.viewName),
        context.ifNotExists() != null,
        Names.list(context.columns),
        QueryBuilder.query(context.query),
        source.of(context.query),
        context.withData() == null || context.withData().no == null);
  }

  static TableStatement.Refresh refresh(PostgresParser.RefreshMaterializedViewStmtContext context) {
    return new TableStatement.Refresh(
        Words.relation(context.viewName),
        context.CONCURRENTLY() != null,
        context.withData() == null || context.withData().no == null);
  }

  static TableStatement.CreateTableAs selectInto(SelectInto node) {
    return new TableStatement.CreateTableAs(
        new ObjectName(node.table(), Positions.start(node)),
        node.persistence() == SelectInto.Persistence.TEMPORARY,
        false,
        List.of(),
        node.query(),
        true,
        null);
  }

  static TableStatement.Truncate truncate(TruncateStmtContext context) {
    boolean restart =
        context.identity != null && context.identity.getType() == PostgresParser.RESTART;
    return new TableStatement.Truncate(
        context.tables.stream().map(Words::relation).toList(),
        restart,
        isCascade(context.dropBehavior()));
  }

  static boolean isTemporary(RelationScopeContext scope) {
    return scope != null && scope.temporary != null;
  }

  static boolean isCascade(PostgresParser.DropBehaviorContext behavior) {
    return behavior != null && behavior.CASCADE() != null;
  }

  private void add(
      TableElementContext element,
      String table,
      List<TableElement> elements,
      List<TableConstraint> constraints) {
    if (element.columnDefinition() != null) {
      ColumnBuilder builder = new ColumnBuilder(source, table);
      elements.add(builder.column(element.columnDefinition()));
      constraints.addAll(builder.constraints());
    } else if (element.tableConstraint() != null) {
      constraints.add(new ConstraintBuilder(source).table(element.tableConstraint()));
    } else {
      elements.add(like(element.likeClause()));
    }
  }

  private static TableElement.Like like(LikeClauseContext context) {
    Set<LikeOption> including = EnumSet.noneOf(LikeOption.class);
    for (LikeOptionContext option : context.options) {
      Set<LikeOption> named =
          option.what.getType() == PostgresParser.ALL
              ? EnumSet.allOf(LikeOption.class)
              : EnumSet.of(LikeOption.valueOf(option.what.getText().toUpperCase(Locale.ROOT)));
      if (option.mode_.getType() == PostgresParser.INCLUDING) {
        including.addAll(named);
      } else {
        including.removeAll(named);
      }
    }
    return new TableElement.Like(Words.relation(context.source), including);
  }

  private static OnCommit onCommit(TableStorageContext storage) {
    if (storage == null || storage.onCommit() == null) {
      return null;
    }
    if (storage.onCommit().DROP() != null) {
      return OnCommit.DROP;
    }
    return storage.onCommit().DELETE() != null ? OnCommit.DELETE_ROWS : OnCommit.PRESERVE_ROWS;
  }

  /** There is but the default one, and nobody can create others. */
  private static void checkTablespace(String name) {
    if (!name.equals("pg_default")) {
      throw new PgException(
          SqlState.UNDEFINED_OBJECT, "tablespace \"" + name + "\" does not exist");
    }
  }

  private static String unsupported(CreateTableStmtContext context) {
    if (context.rowType != null) {
      return "CREATE TABLE … OF";
    }
    if (context.parent != null
        && (context.typedElements() != null || context.partitionClause() != null)) {
      return "a partition with definitions of its own";
    }
    if (context.relationScope() != null
        && (context.parent != null || context.partitionClause() != null)) {
      return "a temporary or unlogged partitioned table";
    }
    if (context.inheritClause() != null) {
      return "CREATE TABLE … INHERITS";
    }
    if (context.execution != null) {
      return "CREATE TABLE … AS EXECUTE";
    }
    TableStorageContext storage = context.tableStorage();
    if (storage != null && storage.method != null && !Names.name(storage.method).equals("heap")) {
      return "access method \"" + Names.name(storage.method) + "\"";
    }
    if (storage != null && storage.tablespace != null) {
      checkTablespace(Names.name(storage.tablespace));
    }
    return null;
  }
}
