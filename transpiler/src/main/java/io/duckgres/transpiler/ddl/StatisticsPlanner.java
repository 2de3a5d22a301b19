package io.duckgres.transpiler.ddl;

import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Relation;
import io.duckgres.transpiler.catalog.StatisticsObject;
import io.duckgres.transpiler.plan.PgNotice;
import io.duckgres.transpiler.statement.ObjectName;
import io.duckgres.transpiler.statement.StatisticsStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlIdentifier;

/**
 * Statistics objects, which are kept and shown and change nothing.
 *
 * <p>Source: {@code src/backend/commands/statscmds.c} (CreateStatistics, AlterStatistics).
 */
final class StatisticsPlanner {
  private static final int MOST_COLUMNS = 8;
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("ndistinct", "d");
    KINDS.put("dependencies", "f");
    KINDS.put("mcv", "m");
  }

  private final DefinitionContext context;

  StatisticsPlanner(DefinitionContext context) {
    this.context = context;
  }

  void plan(StatisticsStatement statement, Steps steps) {
    if (statement instanceof StatisticsStatement.Create create) {
      create(create, steps);
    } else if (statement instanceof StatisticsStatement.Alter alter) {
      alter(alter, steps);
    } else {
      drop((StatisticsStatement.Drop) statement, steps);
    }
  }

  /** What PostgreSQL's expressions follow is not followed by the texts that are kept of them. */
  static void refuseExpressions(DefinitionContext context, Relation table) {
    for (StatisticsObject object : context.catalog().statistics()) {
      if (object.tableSchema().equals(table.schema())
          && object.table().equals(table.name())
          && !object.expressions().isEmpty()) {
        throw Errors.notSupported(
            -1, "renaming or dropping a column of a table with statistics of expressions");
      }
    }
  }

  /** The command tag. */
  static String tag(StatisticsStatement statement) {
    return statement instanceof StatisticsStatement.Create
        ? "CREATE STATISTICS"
        : statement instanceof StatisticsStatement.Alter ? "ALTER STATISTICS" : "DROP STATISTICS";
  }

  private void create(StatisticsStatement.Create statement, Steps steps) {
    if (statement.table() == null) {
      throw Errors.of(
          SqlState.FEATURE_NOT_SUPPORTED, "only a single relation is allowed in CREATE STATISTICS");
    }
    Relation table = table(statement.table());
    NewObject place =
        statement.name() == null
            ? new NewObject(table.schema(), table.name(), table.engineName())
            : context.lookup().creation(statement.name().withoutPosition(), false);
    String name =
        statement.name() == null ? chosenName(statement, table, place.schema()) : place.name();
    if (find(place.schema(), name) != null) {
      if (!statement.ifNotExists()) {
        throw exists(name);
      }
      steps.notice(
          PgNotice.notice(
              SqlState.DUPLICATE_OBJECT,
              StatisticsStatement.WORD + " \"" + name + "\" already exists, skipping"));
      return;
    }
    Map<Integer, String> columns = new TreeMap<>();
    List<String> expressions = new ArrayList<>();
    elements(statement, table, columns, expressions);
    List<String> kinds = kinds(statement, columns.size(), expressions.size());
    steps.addAll(
        context
            .records()
            .statisticsChanged(
                null,
                new StatisticsObject(
                    place.schema(),
                    name,
                    table.schema(),
                    table.name(),
                    kinds,
                    List.copyOf(columns.values()),
                    expressions,
                    null)));
  }

  private Relation table(ObjectName name) {
    Relation table = context.lookup().existing(name);
    if (table.kind() != Relation.Kind.TABLE && table.kind() != Relation.Kind.MATERIALIZED_VIEW) {
      throw Errors.of(
              SqlState.WRONG_OBJECT_TYPE,
              "cannot define statistics for relation \"" + table.name() + "\"")
          .withDetail(RelationKinds.operationNotSupported(table));
    }
    if (ObjectLookup.isSystem(table.schema())) {
      throw Errors.of(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied: \"" + table.name() + "\" is a system catalog");
    }
    if (table.schema().equals(ObjectLookup.TEMPORARY)) {
      throw Errors.notSupported(-1, "CREATE STATISTICS on a temporary table");
    }
    return table;
  }

  private String chosenName(StatisticsStatement.Create statement, Relation table, String schema) {
    List<String> names =
        statement.elements().stream().map(e -> column(e) == null ? "expr" : column(e)).toList();
    return GeneratedNames.free(
        table.name(), GeneratedNames.addition(names), "stat", taken -> find(schema, taken) != null);
  }

  /** A column's name also when it stands in parentheses; null for any other expression. */
  private static String column(StatisticsStatement.Element element) {
    if (element.column() != null) {
      return element.column();
    }
    return element.expression() instanceof SqlIdentifier name && name.isSimple()
        ? name.getSimple()
        : null;
  }

  private void elements(
      StatisticsStatement.Create statement,
      Relation table,
      Map<Integer, String> columns,
      List<String> expressions) {
    if (statement.elements().size() > MOST_COLUMNS) {
      throw Errors.of(
          SqlState.TOO_MANY_COLUMNS,
          "cannot have more than " + MOST_COLUMNS + " columns in statistics");
    }
    boolean twice = false;
    for (StatisticsStatement.Element element : statement.elements()) {
      String name = column(element);
      if (name == null) {
        TreeSearch.refuseSubquery(element.expression(), "statistics expressions");
        String shown =
            context
                .analysis()
                .expression(element.expression(), ExpressionPlace.INDEX, table, null)
                .shown();
        if (shown == null) {
          throw Errors.notSupported(-1, "statistics of this expression");
        }
        expressions.add(shown);
        continue;
      }
      if (table.attribute(name) == null) {
        throw Errors.of(SqlState.UNDEFINED_COLUMN, "column \"" + name + "\" does not exist");
      }
      twice |= columns.put(table.attribute(name).number(), name) != null;
    }
    int count = columns.size() + (twice ? 1 : 0);
    if (count < 2 && (expressions.isEmpty() || count + expressions.size() < 1)) {
      throw Errors.of(
          SqlState.INVALID_OBJECT_DEFINITION, "extended statistics require at least 2 columns");
    }
    if (twice) {
      throw Errors.of(SqlState.DUPLICATE_COLUMN, "duplicate column name in statistics definition");
    }
    if (expressions.stream().distinct().count() < expressions.size()) {
      throw Errors.of(SqlState.DUPLICATE_COLUMN, "duplicate expression in statistics definition");
    }
  }

  private static List<String> kinds(
      StatisticsStatement.Create statement, int columns, int expressions) {
    for (String kind : statement.kinds()) {
      if (!KINDS.containsKey(kind)) {
        throw Errors.of(SqlState.SYNTAX_ERROR, "unrecognized statistics kind \"" + kind + "\"");
      }
    }
    boolean single = columns == 0 && expressions == 1;
    if (single && !statement.kinds().isEmpty()) {
      throw Errors.of(
          SqlState.SYNTAX_ERROR,
          "when building statistics on a single expression, statistics kinds may not be specified");
    }
    List<String> kinds = new ArrayList<>();
    KINDS.forEach(
        (word, letter) -> {
          if (!single && (statement.kinds().isEmpty() || statement.kinds().contains(word))) {
            kinds.add(letter);
          }
        });
    if (expressions > 0) {
      kinds.add("e");
    }
    return kinds;
  }

  private void alter(StatisticsStatement.Alter statement, Steps steps) {
    StatisticsObject found = existing(statement.name(), statement.ifExists(), steps);
    if (found == null) {
      return;
    }
    if (statement.changesOwner()) {
      Roles.checkExists(statement.owner(), context);
      return;
    }
    StatisticsObject changed;
    if (statement.target() != null) {
      changed = found.withTarget(statement.target() < 0 ? null : statement.target());
    } else {
      String schema = statement.newSchema() == null ? found.schema() : statement.newSchema();
      String name = statement.newName() == null ? found.name() : statement.newName();
      if (!context.catalog().hasSchema(schema)) {
        throw Errors.of(SqlState.INVALID_SCHEMA_NAME, "schema \"" + schema + "\" does not exist");
      }
      changed = found.named(schema, name);
      if (find(schema, name) != null) {
        if (schema.equals(found.schema()) && statement.newName() == null) {
          return;
        }
        throw statement.newName() == null
            ? Errors.of(
                SqlState.DUPLICATE_OBJECT,
                StatisticsStatement.WORD
                    + " \""
                    + name
                    + "\" already exists in schema \""
                    + schema
                    + "\"")
            : Errors.of(
                SqlState.DUPLICATE_OBJECT,
                StatisticsStatement.WORD
                    + " \""
                    + name
                    + "\" already exists in schema \""
                    + schema
                    + "\"");
      }
    }
    steps.addAll(context.records().statisticsChanged(found, changed));
  }

  private void drop(StatisticsStatement.Drop statement, Steps steps) {
    for (ObjectName name : statement.names()) {
      StatisticsObject found = existing(name, statement.ifExists(), steps);
      if (found != null) {
        steps.addAll(context.records().statisticsChanged(found, null));
      }
    }
  }

  private static RuntimeException exists(String name) {
    return Errors.of(
        SqlState.DUPLICATE_OBJECT, StatisticsStatement.WORD + " \"" + name + "\" already exists");
  }

  /** The object of a name; null with a notice when it may be missing. */
  private StatisticsObject existing(ObjectName name, boolean ifExists, Steps steps) {
    List<String> schemas =
        name.schema() == null ? context.session().searchPath() : List.of(name.schema());
    for (String schema : schemas) {
      StatisticsObject found = find(schema, name.name());
      if (found != null) {
        return found;
      }
    }
    boolean noSchema = name.schema() != null && !context.catalog().hasSchema(name.schema());
    String message =
        noSchema
            ? "schema \"" + name.schema() + "\" does not exist"
            : StatisticsStatement.WORD + " \"" + name + "\" does not exist";
    if (!ifExists) {
      throw Errors.of(noSchema ? SqlState.INVALID_SCHEMA_NAME : SqlState.UNDEFINED_OBJECT, message);
    }
    steps.notice(
        PgNotice.skipping(
            (noSchema
                    ? message
                    : StatisticsStatement.WORD + " \"" + name.name() + "\" does not exist")
                + ", skipping"));
    return null;
  }

  private StatisticsObject find(String schema, String name) {
    for (StatisticsObject object : context.catalog().statistics()) {
      if (object.schema().equals(schema) && object.name().equals(name)) {
        return object;
      }
    }
    return null;
  }
}
