package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.catalog.ColumnRecord;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.ViewDefinition;
import io.duckgres.transpiler.catalog.ViewDependency;
import io.duckgres.transpiler.statement.DefinitionStatement;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.Positions;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * CREATE VIEW.
 *
 * <p>Source of checks: {@code src/backend/commands/view.c} (checkViewColumns).
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createview.html">CREATE VIEW</a>
 */
final class ViewPlanner {
  private final DefinitionContext context;

  ViewPlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(DefinitionStatement.CreateView statement, Steps steps) {
    EngineQuery query = context.analysis().query(statement.query());
    if (!query.parameterTypes().isEmpty()) {
      ParameterRef parameter = TreeSearch.first(statement.query(), ParameterRef.class, Void.class);
      throw Errors.at(
          Positions.start(parameter), SqlState.UNDEFINED_PARAMETER, "there is no parameter $1");
    }
    if (!query.parameters().isEmpty()) {
      throw Errors.notSupported(-1, "a view over what only the session knows");
    }
    NewObject view =
        context.lookup().creation(statement.name().withoutPosition(), statement.temporary());
    List<String> names = CreateTableAsPlanner.names(statement.columns(), query, "CREATE VIEW");
    if (names.isEmpty()) {
      throw Errors.of(SqlState.INVALID_TABLE_DEFINITION, "view must have at least one column");
    }
    Relation existing = context.catalog().relation(view.schema(), view.name());
    if (existing != null) {
      checkReplacement(statement, existing, names, query);
    }
    DefinitionAnalysis.Updatability updatability =
        context.analysis().updatability(statement.query());
    checkOption(statement, updatability);
    steps.creates(view);
    steps.add(
        "CREATE "
            + (statement.replace() ? "OR REPLACE " : "")
            + view.temporaryWord()
            + "VIEW "
            + view.sql()
            + " "
            + EngineSql.nameList(names)
            + " AS "
            + query.sql());
    if (existing != null) {
      steps.addAll(ViewRewrites.comments(context, existing, names));
    }
    String shown = shown(statement, names);
    steps.addAll(
        context.records().viewCreated(view.schema(), view.name(), columns(names, query), shown));
    steps.addAll(
        context
            .records()
            .viewDefined(
                view.schema(),
                view.name(),
                new ViewDefinition(
                    shown,
                    context.session().searchPath(),
                    option(statement.checkOption()),
                    updatability.obstacle() != null
                        ? null
                        : updatability.columns().stream().map(names::get).toList())));
    steps.addAll(
        context.records().viewReads(view.schema(), view.name(), dependencies(view, query)));
  }

  private static void checkOption(
      DefinitionStatement.CreateView statement, DefinitionAnalysis.Updatability updatability) {
    if (statement.checkOption() != null && updatability.obstacle() != null) {
      throw Errors.of(
              SqlState.FEATURE_NOT_SUPPORTED,
              "WITH CHECK OPTION is supported only on automatically updatable views")
          .withHint(updatability.obstacle());
    }
  }

  private static ViewDefinition.CheckOption option(String written) {
    if (written == null) {
      return ViewDefinition.CheckOption.NONE;
    }
    return switch (written) {
      case "local" -> ViewDefinition.CheckOption.LOCAL;
      case "cascaded" -> ViewDefinition.CheckOption.CASCADED;
      default ->
          throw Errors.of(
                  SqlState.INVALID_PARAMETER_VALUE,
                  "invalid value for enum option \"check_option\": " + written)
              .withDetail("Valid values are \"local\" and \"cascaded\".");
    };
  }

  static List<ViewDependency> dependencies(NewObject view, EngineQuery query) {
    return query.reads().stream()
        .map(
            read ->
                new ViewDependency(
                    view.schema(),
                    view.name(),
                    read.relation().schema(),
                    read.relation().name(),
                    read.columns()))
        .toList();
  }

  /** The query in PostgreSQL's words, else in the client's, between a blank and a semicolon. */
  private String shown(DefinitionStatement.CreateView statement, List<String> names) {
    return shown(context, statement.query(), statement.definition(), names);
  }

  /** The same for any query with its text. */
  static String shown(
      DefinitionContext context, SqlNode query, String definition, List<String> names) {
    String shown = context.analysis().shownView(query, names);
    if (shown != null) {
      return shown;
    }
    String written = definition.strip();
    return " " + (written.endsWith(";") ? written : written + ";");
  }

  private List<ColumnRecord> columns(List<String> names, EngineQuery query) {
    List<ColumnRecord> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      ExpressionType type = type(query, i);
      if (type != null) {
        String storage = context.types().storage(type, names.get(i), -1);
        columns.add(
            new ColumnRecord(
                i + 1, names.get(i), type.type(), type.typmod(), storage, null, null, null));
      }
    }
    return columns;
  }

  private static ExpressionType type(EngineQuery query, int index) {
    ExpressionType type = query.columns().get(index).type();
    return type != null && type.type().equals(PgTypes.UNKNOWN)
        ? ExpressionType.of(PgTypes.TEXT)
        : type;
  }

  private static void checkReplacement(
      DefinitionStatement.CreateView statement,
      Relation existing,
      List<String> names,
      EngineQuery query) {
    if (!statement.replace()) {
      throw Errors.relationExists(existing.name());
    }
    if (existing.kind() != Relation.Kind.VIEW) {
      throw Errors.of(SqlState.WRONG_OBJECT_TYPE, "\"" + existing.name() + "\" is not a view");
    }
    List<Attribute> columns = existing.attributes();
    if (columns.size() > names.size()) {
      throw invalid("cannot drop columns from view");
    }
    for (int i = 0; i < columns.size(); i++) {
      Attribute column = columns.get(i);
      if (!column.name().equals(names.get(i))) {
        throw invalid(
                "cannot change name of view column \""
                    + column.name()
                    + "\" to \""
                    + names.get(i)
                    + "\"")
            .withHint(
                "Use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead.");
      }
      ExpressionType type = type(query, i);
      boolean same =
          type == null
              || column.type() == null
              || column.type().equals(type.type()) && column.typmod() == type.typmod();
      if (!same) {
        throw invalid(
            "cannot change data type of view column \""
                + column.name()
                + "\" from "
                + TypeNames.format(column.type(), column.typmod())
                + " to "
                + TypeNames.format(type.type(), type.typmod()));
      }
    }
  }

  private static PgException invalid(String message) {
    return Errors.of(SqlState.INVALID_TABLE_DEFINITION, message);
  }
}
