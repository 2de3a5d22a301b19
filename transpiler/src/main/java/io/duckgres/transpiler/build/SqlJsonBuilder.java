package io.duckgres.transpiler.build;

import io.duckgres.grammar.PostgresParser;
import io.duckgres.grammar.PostgresParser.IsJsonTestContext;
import io.duckgres.grammar.PostgresParser.JsonAggregateContext;
import io.duckgres.grammar.PostgresParser.JsonArgumentContext;
import io.duckgres.grammar.PostgresParser.JsonArrayAggregateContext;
import io.duckgres.grammar.PostgresParser.JsonArrayFunctionContext;
import io.duckgres.grammar.PostgresParser.JsonArrayQueryFunctionContext;
import io.duckgres.grammar.PostgresParser.JsonBehaviorContext;
import io.duckgres.grammar.PostgresParser.JsonBehaviorsContext;
import io.duckgres.grammar.PostgresParser.JsonExistsFunctionContext;
import io.duckgres.grammar.PostgresParser.JsonFunctionContext;
import io.duckgres.grammar.PostgresParser.JsonKeyUniquenessContext;
import io.duckgres.grammar.PostgresParser.JsonNullClauseContext;
import io.duckgres.grammar.PostgresParser.JsonObjectAggregateContext;
import io.duckgres.grammar.PostgresParser.JsonObjectFunctionContext;
import io.duckgres.grammar.PostgresParser.JsonObjectMemberContext;
import io.duckgres.grammar.PostgresParser.JsonOnErrorContext;
import io.duckgres.grammar.PostgresParser.JsonPassingContext;
import io.duckgres.grammar.PostgresParser.JsonQueryFunctionContext;
import io.duckgres.grammar.PostgresParser.JsonQuotesContext;
import io.duckgres.grammar.PostgresParser.JsonReturningContext;
import io.duckgres.grammar.PostgresParser.JsonScalarFunctionContext;
import io.duckgres.grammar.PostgresParser.JsonSerializeFunctionContext;
import io.duckgres.grammar.PostgresParser.JsonValueContext;
import io.duckgres.grammar.PostgresParser.JsonValueFunctionContext;
import io.duckgres.grammar.PostgresParser.JsonWrapperContext;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.SqlJsonCall;
import io.duckgres.transpiler.tree.SqlJsonCall.Kind;
import io.duckgres.transpiler.tree.SqlJsonOptions;
import io.duckgres.transpiler.tree.SqlJsonOptions.Behavior;
import io.duckgres.transpiler.tree.SqlJsonOptions.Wrapper;
import io.duckgres.transpiler.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Functions of SQL/JSON (manual: "SQL/JSON Functions"). */
final class SqlJsonBuilder {
  private SqlJsonBuilder() {}

  /** The function; null when the context is none. */
  static SqlNode function(ParserRuleContext context) {
    if (context instanceof JsonObjectFunctionContext object) {
      List<SqlNode> members = new ArrayList<>();
      object.members.forEach(member -> members.addAll(member(member)));
      return call(
          context,
          Kind.OBJECT,
          constructor(object.jsonReturning(), object.jsonNullClause(), object.jsonKeyUniqueness()),
          members);
    }
    if (context instanceof JsonArrayFunctionContext array) {
      return call(
          context,
          Kind.ARRAY,
          constructor(array.jsonReturning(), array.jsonNullClause(), null),
          array.values.stream().map(SqlJsonBuilder::value).toList());
    }
    if (context instanceof JsonArrayQueryFunctionContext array) {
      return call(
          context,
          Kind.ARRAY_QUERY,
          constructor(array.jsonReturning(), null, null),
          List.of(QueryBuilder.query(array.selectStmt())));
    }
    if (context instanceof JsonFunctionContext json) {
      return call(
          context,
          Kind.JSON,
          constructor(null, null, json.jsonKeyUniqueness()),
          List.of(value(json.jsonValue())));
    }
    if (context instanceof JsonScalarFunctionContext scalar) {
      return call(
          context,
          Kind.SCALAR,
          constructor(null, null, null),
          List.of(ExpressionBuilder.expression(scalar.expr())));
    }
    if (context instanceof JsonSerializeFunctionContext serialize) {
      return call(
          context,
          Kind.SERIALIZE,
          constructor(serialize.jsonReturning(), null, null),
          List.of(value(serialize.jsonValue())));
    }
    return query(context);
  }

  private static SqlNode query(ParserRuleContext context) {
    if (context instanceof JsonValueFunctionContext value) {
      return query(
          context,
          Kind.VALUE,
          value.jsonValue(),
          ExpressionBuilder.expression(value.path),
          value.jsonPassing(),
          new Clauses(value.jsonReturning(), null, null, value.jsonBehaviors(), null));
    }
    if (context instanceof JsonQueryFunctionContext query) {
      return query(
          context,
          Kind.QUERY,
          query.jsonValue(),
          ExpressionBuilder.expression(query.path),
          query.jsonPassing(),
          new Clauses(
              query.jsonReturning(),
              query.jsonWrapper(),
              query.jsonQuotes(),
              query.jsonBehaviors(),
              null));
    }
    if (context instanceof JsonExistsFunctionContext exists) {
      return query(
          context,
          Kind.EXISTS,
          exists.jsonValue(),
          ExpressionBuilder.expression(exists.path),
          exists.jsonPassing(),
          new Clauses(null, null, null, null, exists.jsonOnError()));
    }
    return null;
  }

  /** JSON_OBJECTAGG or JSON_ARRAYAGG, its FILTER and OVER left out. */
  static SqlJsonCall aggregate(JsonAggregateContext context) {
    if (context instanceof JsonObjectAggregateContext object) {
      return call(
          context,
          Kind.OBJECTAGG,
          constructor(object.jsonReturning(), object.jsonNullClause(), object.jsonKeyUniqueness()),
          member(object.member));
    }
    JsonArrayAggregateContext array = (JsonArrayAggregateContext) context;
    return new SqlJsonCall(
        Tokens.position(context),
        Kind.ARRAYAGG,
        constructor(array.jsonReturning(), array.jsonNullClause(), null),
        List.of(value(array.jsonValue())),
        List.of(),
        null,
        null,
        array.sortClause() == null ? List.of() : SortBuilder.items(array.sortClause()),
        null,
        null,
        null);
  }

  /** The clauses of a query function or of a column of JSON_TABLE. */
  record Clauses(
      JsonReturningContext returning,
      JsonWrapperContext wrapper,
      JsonQuotesContext quotes,
      JsonBehaviorsContext behaviors,
      JsonOnErrorContext onError) {}

  private static SqlNode query(
      ParserRuleContext context,
      Kind kind,
      JsonValueContext item,
      SqlNode path,
      JsonPassingContext passing,
      Clauses clauses) {
    TypeName returning =
        clauses.returning() == null
            ? null
            : TypeNameBuilder.typeName(clauses.returning().typeName());
    return query(
        context, kind, List.of(value(item), path), Passing.of(passing), returning, clauses);
  }

  /** PASSING. */
  record Passing(List<String> names, List<SqlNode> values) {
    static Passing of(JsonPassingContext context) {
      List<String> names = new ArrayList<>();
      List<SqlNode> values = new ArrayList<>();
      if (context != null) {
        for (JsonArgumentContext argument : context.arguments) {
          names.add(Tokens.value(argument.label));
          values.add(value(argument.jsonValue()));
        }
      }
      return new Passing(names, values);
    }
  }

  /** A query function over built operands. */
  static SqlJsonCall query(
      ParserRuleContext context,
      Kind kind,
      List<SqlNode> operands,
      Passing passing,
      TypeName returning,
      Clauses clauses) {
    JsonBehaviorsContext behaviors = clauses.behaviors();
    boolean both = behaviors != null && behaviors.EMPTY() != null;
    JsonBehaviorContext onEmpty = both ? behaviors.first : null;
    JsonBehaviorContext onError =
        behaviors == null ? null : both ? behaviors.second : behaviors.first;
    if (clauses.onError() != null) {
      onError = clauses.onError().jsonBehavior();
    }
    SqlJsonOptions options =
        new SqlJsonOptions(
            returning,
            null,
            false,
            wrapper(clauses.wrapper()),
            clauses.quotes() != null && clauses.quotes().OMIT() != null,
            null,
            List.copyOf(passing.names()),
            behavior(onEmpty),
            behavior(onError));
    return new SqlJsonCall(
        Tokens.position(context),
        kind,
        options,
        operands,
        passing.values(),
        defaultOf(onEmpty),
        defaultOf(onError),
        List.of(),
        null,
        null,
        null);
  }

  private static Wrapper wrapper(JsonWrapperContext context) {
    if (context == null || context.WITH() == null) {
      return null;
    }
    boolean conditional =
        context.condition != null && context.condition.getType() == PostgresParser.CONDITIONAL;
    return conditional ? Wrapper.CONDITIONAL : Wrapper.UNCONDITIONAL;
  }

  private static Behavior behavior(JsonBehaviorContext context) {
    if (context == null) {
      return null;
    }
    if (context.DEFAULT() != null) {
      return Behavior.DEFAULT;
    }
    if (context.EMPTY() != null) {
      return context.OBJECT() == null ? Behavior.EMPTY_ARRAY : Behavior.EMPTY_OBJECT;
    }
    return Behavior.valueOf(Tokens.value(context.getStart()).toUpperCase(java.util.Locale.ROOT));
  }

  private static SqlNode defaultOf(JsonBehaviorContext context) {
    return context == null || context.DEFAULT() == null
        ? null
        : ExpressionBuilder.expression(context.expr());
  }

  /** IS JSON. */
  static SqlNode test(SqlParserPos position, SqlNode operand, IsJsonTestContext context) {
    String kind =
        context.kind == null
            ? "VALUE"
            : Tokens.value(context.kind).toUpperCase(java.util.Locale.ROOT);
    SqlJsonOptions options =
        new SqlJsonOptions(
            null,
            null,
            unique(context.jsonKeyUniqueness()),
            null,
            false,
            kind,
            List.of(),
            null,
            null);
    return new SqlJsonCall(position, Kind.TEST, options, List.of(operand));
  }

  private static SqlJsonCall call(
      ParserRuleContext context, Kind kind, SqlJsonOptions options, List<SqlNode> operands) {
    return new SqlJsonCall(Tokens.position(context), kind, options, operands);
  }

  private static SqlJsonOptions constructor(
      JsonReturningContext returning,
      JsonNullClauseContext nulls,
      JsonKeyUniquenessContext unique) {
    return SqlJsonOptions.constructor(
        returning == null ? null : TypeNameBuilder.typeName(returning.typeName()),
        nulls == null ? null : nulls.treatment.getType() == PostgresParser.ABSENT,
        unique(unique));
  }

  /** WITH UNIQUE KEYS. */
  static boolean unique(JsonKeyUniquenessContext context) {
    return context != null && context.treatment.getType() == PostgresParser.WITH;
  }

  private static List<SqlNode> member(JsonObjectMemberContext context) {
    if (context.separator == null) {
      throw BuildErrors.near("syntax error", Tokens.after(context));
    }
    SqlNode key = CallBuilder.argument(context.key);
    return List.of(key, value(context.value));
  }

  /** A value; FORMAT JSON says that its text is JSON. */
  static SqlNode value(JsonValueContext context) {
    SqlNode value = ExpressionBuilder.expression(context.value);
    return context.jsonFormat() == null
        ? value
        : new CastCall(
            Tokens.position(context),
            value,
            new TypeName(List.of("pg_catalog", "json"), List.of(), 0, false, false, -1),
            false);
  }
}
