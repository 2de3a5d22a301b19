package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgProc;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.ColumnDefinition;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.FunctionItem;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.unparse.DuckDbSql;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Functions in FROM.
 *
 * <p>Source: {@code src/backend/parser/parse_relation.c} (addRangeTableEntryForFunction).
 */
final class FunctionItemAnalyzer {
  private static final ExpressionType INT8 = ExpressionType.of(PgTypes.INT8);

  private final Analysis analysis;
  private final FromAnalyzer from;

  FunctionItemAnalyzer(Analysis analysis, FromAnalyzer from) {
    this.analysis = analysis;
    this.from = from;
  }

  FromResult analyze(FunctionItem item, Scope lateral) {
    List<SqlNode> functions = new ArrayList<>();
    List<OutputColumn> columns = new ArrayList<>();
    List<List<ColumnDefinition>> resolved = new ArrayList<>();
    List<SqlNode> written = unnests(item);
    for (int i = 0; i < written.size(); i++) {
      SqlNode function = written.get(i);
      SqlNode analyzed =
          analysis.expressions.analyze(function, Place.of(lateral, Clause.FROM_ITEM));
      if (analyzed instanceof RoutineRows rows) {
        if (written.size() > 1) {
          throw Analysis.at(PgException.notSupported("ROWS FROM of a function in SQL"), function);
        }
        return routine(item, rows);
      }
      functions.add(analysis.conversion.resolveUnknown(analyzed));
      List<ColumnDefinition> definitions =
          i < item.definitions().size() ? item.definitions().get(i) : List.of();
      columns.addAll(columns(item, function, functions.get(i), definitions, written.size()));
      resolved.add(resolved(functions.get(i), definitions));
    }
    boolean scalar = written.size() == 1 && !item.ordinality() && isScalar(functions.get(0));
    if (item.ordinality()) {
      columns.add(new OutputColumn("ordinality", "ordinality", INT8, 0, 0));
    }
    columns = unique(columns);
    String alias = item.alias() == null ? null : item.alias().name();
    String name = alias == null ? ColumnNames.of(item.functions().get(0)) : alias;
    String engineAlias = from.register(name, item);
    ScopeItem names = from.scopeItem(name, engineAlias, columns, item.alias(), item);
    FunctionItem node =
        new FunctionItem(
            item.getParserPosition(),
            item.lateral(),
            written.size() > 1,
            functions,
            resolved,
            item.ordinality(),
            new Alias(
                engineAlias,
                analysis.keepsForm
                    ? names.columns().stream().map(ScopeColumn::name).toList()
                    : FromAnalyzer.engineNames(columns)));
    return new FromResult(node, List.of(scalar ? names.ofScalar() : names));
  }

  /** A function whose body is a query: a query itself, which sees the items to its left. */
  private FromResult routine(FunctionItem item, RoutineRows rows) {
    List<ColumnDefinition> definitions =
        item.definitions().isEmpty() ? List.of() : item.definitions().get(0);
    AnalyzedQuery query = rows.query();
    if (!definitions.isEmpty()) {
      query = rows.defined(analysis, defined(definitions));
    } else if (rows.needsDefinitions()) {
      throw Analysis.error(
          SqlState.SYNTAX_ERROR,
          "a column definition list is required for functions returning \"record\"",
          item.functions().get(0));
    }
    if (item.ordinality()) {
      query = RoutineRows.numbered(query);
    }
    String alias = item.alias() == null ? null : item.alias().name();
    String name = alias == null ? ColumnNames.of(item.functions().get(0)) : alias;
    String engineAlias = from.register(name, item);
    List<OutputColumn> columns = rows.named(query.columns(), name);
    ScopeItem names = from.scopeItem(name, engineAlias, columns, item.alias(), item);
    QueryItem node =
        new QueryItem(
            item.getParserPosition(),
            true,
            query.node(),
            new Alias(engineAlias, FromAnalyzer.engineNames(columns)));
    return new FromResult(
        node, List.of(rows.scalar() && !item.ordinality() ? names.ofScalar() : names));
  }

  /** Whether the item's whole row is its one value. */
  private static boolean isScalar(SqlNode function) {
    ExpressionType type = Typed.of(function);
    return type != null
        && type.type().category() != 'C'
        && !type.type().equals(PgTypes.RECORD)
        && !(function instanceof FunctionCall call
            && call.proc() != null
            && call.proc().outputs().size() > 1);
  }

  /** Column definitions with their types; a composite result defines columns by its fields. */
  private List<ColumnDefinition> resolved(SqlNode function, List<ColumnDefinition> definitions) {
    List<ColumnDefinition> resolved = new ArrayList<>();
    for (ColumnDefinition definition : definitions) {
      resolved.add(
          new ColumnDefinition(
              definition.name(), definition.type(), analysis.types.find(definition.type())));
    }
    PgType type = Typed.typeOf(function);
    if (definitions.isEmpty() && type != null) {
      for (Attribute field : analysis.catalog.fieldsOf(analysis.coercions.baseOf(type))) {
        if (field.type() != null) {
          resolved.add(new ColumnDefinition(field.name(), null, ExpressionType.ofValues(field)));
        }
      }
    }
    return resolved;
  }

  /** unnest of several arrays in FROM is one unnest each, side by side. */
  private static List<SqlNode> unnests(FunctionItem item) {
    if (item.functions().size() == 1
        && item.functions().get(0) instanceof FunctionCall call
        && call.name().get(call.name().size() - 1).equals("unnest")
        && call.arguments().size() > 1) {
      List<SqlNode> calls = new ArrayList<>();
      for (SqlNode argument : call.arguments()) {
        calls.add(
            new FunctionCall(
                call.getParserPosition(),
                call.name(),
                List.of(argument),
                call.options(),
                List.of(),
                null,
                null,
                null));
      }
      return calls;
    }
    return item.functions();
  }

  private List<OutputColumn> columns(
      FunctionItem item,
      SqlNode written,
      SqlNode analyzed,
      List<ColumnDefinition> definitions,
      int functions) {
    ExpressionType type = Typed.of(analyzed);
    PgProc proc = analyzed instanceof FunctionCall call ? call.proc() : null;
    if (!definitions.isEmpty()) {
      return defined(definitions);
    }
    if (proc != null && !proc.outputs().isEmpty()) {
      List<OutputColumn> columns = new ArrayList<>();
      for (PgProc.Output output : proc.outputs()) {
        columns.add(
            new OutputColumn(output.name(), output.name(), ExpressionType.of(output.type()), 0, 0));
      }
      return columns;
    }
    if (type != null && type.type().equals(PgTypes.RECORD)) {
      throw Analysis.error(
          SqlState.SYNTAX_ERROR,
          "a column definition list is required for functions returning \"record\"",
          written);
    }
    if (type == null) {
      return fromEngine(analyzed);
    }
    List<Attribute> fields = analysis.catalog.fieldsOf(analysis.coercions.baseOf(type.type()));
    if (!fields.isEmpty()) {
      return ofAttributes(fields);
    }
    boolean aliased = item.alias() != null && item.alias().name() != null && functions == 1;
    String name = aliased ? item.alias().name() : ColumnNames.of(written);
    return List.of(new OutputColumn(name, name, type, 0, 0));
  }

  private List<OutputColumn> defined(List<ColumnDefinition> definitions) {
    List<OutputColumn> columns = new ArrayList<>();
    for (ColumnDefinition definition : definitions) {
      columns.add(
          new OutputColumn(
              definition.name(), definition.name(), analysis.types.find(definition.type()), 0, 0));
    }
    return columns;
  }

  /** A table function of the engine's own: it tells its columns. */
  private List<OutputColumn> fromEngine(SqlNode call) {
    try {
      String sql = "SELECT * FROM " + DuckDbSql.print(call);
      return ofAttributes(analysis.catalog.describe(sql));
    } catch (PgException e) {
      throw Analysis.at(e, call);
    }
  }

  private static List<OutputColumn> ofAttributes(List<Attribute> attributes) {
    List<OutputColumn> columns = new ArrayList<>();
    for (Attribute attribute : attributes) {
      columns.add(
          new OutputColumn(
              attribute.name(), attribute.name(), ExpressionType.ofValues(attribute), 0, 0));
    }
    return columns;
  }

  private static List<OutputColumn> unique(List<OutputColumn> columns) {
    UniqueNames names = new UniqueNames();
    List<OutputColumn> unique = new ArrayList<>();
    for (OutputColumn column : columns) {
      unique.add(
          new OutputColumn(
              column.name(),
              names.add(column.engineName()),
              column.type(),
              column.tableOid(),
              column.attributeNumber()));
    }
    return unique;
  }
}
