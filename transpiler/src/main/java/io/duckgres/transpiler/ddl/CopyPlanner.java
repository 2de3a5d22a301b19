package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.plan.CopyOptions;
import io.duckgres.transpiler.plan.ResultColumn;
import io.duckgres.transpiler.plan.StatementPlan;
import io.duckgres.transpiler.statement.CopyStatement;
import io.duckgres.transpiler.statement.CopyStatement.CopyQuery;
import io.duckgres.transpiler.statement.CopyStatement.CopyTable;
import io.duckgres.transpiler.statement.CopyStatement.Endpoint;
import io.duckgres.transpiler.statement.CopyStatement.Option;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectInto;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.TableItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * COPY.
 *
 * <p>Source of checks: {@code src/backend/commands/copy.c} (DoCopy, CopyGetAttnums), {@code
 * copyfrom.c} (BeginCopyFrom), {@code copyto.c} (BeginCopyTo).
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-copy.html">COPY</a>
 */
final class CopyPlanner {
  private final DefinitionContext context;

  CopyPlanner(DefinitionContext context) {
    this.context = context;
  }

  StatementPlan plan(CopyStatement statement) {
    if (statement instanceof CopyTable table) {
      checkEndpoint(table.endpoint(), table.from());
      return table(table);
    }
    checkEndpoint(statement.endpoint(), false);
    return query((CopyQuery) statement);
  }

  private static void checkEndpoint(Endpoint endpoint, boolean from) {
    if (endpoint == Endpoint.CLIENT) {
      return;
    }
    boolean program = endpoint == Endpoint.PROGRAM;
    String what = program ? "an external program" : "a file";
    String role = program ? "pg_execute_server_program" : server(from);
    throw Errors.of(
            SqlState.INSUFFICIENT_PRIVILEGE,
            "permission denied to COPY to or from " + (program ? what : "a file"))
        .withDetail(
            "Only roles with privileges of the \""
                + role
                + "\" role may COPY "
                + (program ? "to or from" : from ? "from" : "to")
                + " "
                + what
                + ".")
        .withHint(
            "Anyone can COPY to stdout or from stdin. psql's \\copy command also works for anyone.");
  }

  private static String server(boolean from) {
    return from ? "pg_read_server_files" : "pg_write_server_files";
  }

  private StatementPlan table(CopyTable statement) {
    Relation relation = context.lookup().existing(statement.table().withoutPosition());
    if (relation.kind() == Relation.Kind.INDEX) {
      throw Errors.of(
              SqlState.WRONG_OBJECT_TYPE, "cannot open relation \"" + relation.name() + "\"")
          .withDetail(RelationKinds.operationNotSupported(relation));
    }
    List<Attribute> columns = columns(statement.columns(), relation);
    String where = statement.where() == null ? null : where(statement.where(), relation);
    PartitionCopy partitions = new PartitionCopy(context, relation);
    if (statement.from() && partitions.applies()) {
      where = partitions.where(where, columns);
    }
    CopyOptionReader options = new CopyOptionReader(statement.from());
    options.read(statement.options());
    List<String> names = columns.stream().map(Attribute::name).toList();
    CopyOptions checked =
        new CopyOptionChecks(options, statement.from())
            .check((name, option) -> forced(name, option, names, relation));
    requireKind(relation, statement.from());
    if (!statement.from() && relation.kind() == Relation.Kind.TABLE && partitions.applies()) {
      throw Errors.of(
              SqlState.WRONG_OBJECT_TYPE,
              "cannot copy from partitioned table \"" + relation.name() + "\"")
          .withHint("Try the COPY (SELECT ...) TO variant.");
    }
    if (statement.from()) {
      return new StatementPlan.CopyFrom(
          partitions.table(),
          columns,
          checked,
          where,
          CopyValueChecks.of(relation, context.catalog()));
    }
    return new StatementPlan.CopyTo(context.analysis().data(select(relation, columns)), checked);
  }

  private static void requireKind(Relation relation, boolean from) {
    if (relation.kind() == Relation.Kind.TABLE || relation.kind() == Relation.Kind.PARTITION) {
      if (from && ObjectLookup.isSystem(relation.schema())) {
        throw Errors.of(
            SqlState.INSUFFICIENT_PRIVILEGE, "permission denied for table " + relation.name());
      }
      return;
    }
    if (!from && ObjectLookup.isSystem(relation.schema())) {
      // Our system catalogs are views where PostgreSQL's are tables.
      return;
    }
    PgException error =
        Errors.of(
            SqlState.WRONG_OBJECT_TYPE,
            "cannot copy "
                + (from ? "to " : "from ")
                + RelationKinds.of(relation).word()
                + " \""
                + relation.name()
                + "\"");
    boolean sequence = relation.kind() == Relation.Kind.SEQUENCE;
    boolean view = relation.kind() == Relation.Kind.VIEW;
    if (!from && !sequence) {
      throw error.withHint("Try the COPY (SELECT ...) TO variant.");
    }
    throw from && view
        ? error.withHint("To enable copying to a view, provide an INSTEAD OF INSERT trigger.")
        : error;
  }

  /** The columns that are copied: those named, or all but the generated ones. */
  private static List<Attribute> columns(List<String> names, Relation relation) {
    if (names == null) {
      return relation.attributes().stream().filter(column -> !column.generated()).toList();
    }
    Set<Attribute> columns = new LinkedHashSet<>();
    for (String name : names) {
      Attribute column = relation.attribute(name);
      if (column == null) {
        throw Errors.noColumn(name, relation.name());
      }
      if (column.generated()) {
        throw Errors.of(
                SqlState.INVALID_COLUMN_REFERENCE, "column \"" + name + "\" is a generated column")
            .withDetail("Generated columns cannot be used in COPY.");
      }
      if (!columns.add(column)) {
        throw Errors.of(
            SqlState.DUPLICATE_COLUMN, "column \"" + name + "\" specified more than once");
      }
    }
    return List.copyOf(columns);
  }

  private String where(SqlNode condition, Relation relation) {
    return context
        .analysis()
        .expression(
            condition, ExpressionPlace.COPY_WHERE, relation, ExpressionType.of(PgTypes.BOOL))
        .sql();
  }

  /**
   * The indexes of the columns that FORCE_QUOTE and its kin name.
   *
   * @param relation null for a query
   */
  private static Set<Integer> forced(
      String name, Option option, List<String> columns, Relation relation) {
    Set<Integer> indexes = new TreeSet<>();
    if (option == null) {
      return indexes;
    }
    if (option.star()) {
      for (int i = 0; i < columns.size(); i++) {
        indexes.add(i);
      }
      return indexes;
    }
    for (String column : option.names()) {
      int index = columns.indexOf(column);
      if (index < 0) {
        throw relation == null
            ? Errors.of(SqlState.UNDEFINED_COLUMN, "column \"" + column + "\" does not exist")
            : notCopied(name, column, relation);
      }
      if (!indexes.add(index)) {
        throw Errors.of(
            SqlState.DUPLICATE_COLUMN, "column \"" + column + "\" specified more than once");
      }
    }
    return indexes;
  }

  private static PgException notCopied(String option, String column, Relation relation) {
    columns(List.of(column), relation);
    return Errors.of(
        SqlState.INVALID_COLUMN_REFERENCE,
        option + " column \"" + column + "\" not referenced by COPY");
  }

  private StatementPlan query(CopyQuery statement) {
    if (statement.query() instanceof SelectInto) {
      throw Errors.of(SqlState.FEATURE_NOT_SUPPORTED, "COPY (SELECT INTO) is not supported");
    }
    CopyOptionReader options = new CopyOptionReader(false);
    options.read(statement.options());
    StatementPlan.Engine query = context.analysis().data(statement.query());
    if (!query.parameterTypes().isEmpty()) {
      throw Errors.of(SqlState.UNDEFINED_PARAMETER, "there is no parameter $1");
    }
    if (query.shape() == null) {
      throw Errors.of(SqlState.FEATURE_NOT_SUPPORTED, "COPY query must have a RETURNING clause");
    }
    List<String> names = query.shape().columns().stream().map(ResultColumn::name).toList();
    CopyOptions checked =
        new CopyOptionChecks(options, false)
            .check((name, option) -> forced(name, option, names, null));
    return new StatementPlan.CopyTo(query, checked);
  }

  /** The query that gives a table's rows. */
  private static QueryNode select(Relation relation, List<Attribute> columns) {
    SqlParserPos none = SqlParserPos.ZERO;
    List<SqlNode> items = new ArrayList<>();
    for (Attribute column : columns) {
      items.add(
          new SelectItem(none, new SqlIdentifier(List.of(column.name()), null, none, null), null));
    }
    TableItem table =
        new TableItem(
            none, List.of(relation.schema(), relation.name()), false, null, null, List.of());
    SelectCore core =
        new SelectCore(
            none, false, List.of(), items, List.of(table), null, false, List.of(), null, List.of());
    return new QueryNode(none, false, List.of(), core, List.of(), null, false, null, List.of());
  }
}
