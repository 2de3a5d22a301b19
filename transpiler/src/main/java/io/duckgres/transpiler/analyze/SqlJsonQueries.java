package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.SqlJsonCall;
import io.duckgres.transpiler.tree.SqlJsonOptions;
import io.duckgres.transpiler.tree.SqlJsonOptions.Behavior;
import io.duckgres.transpiler.tree.SqlJsonOptions.Wrapper;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * JSON_EXISTS, JSON_VALUE and JSON_QUERY: the engine's function tells what it has found, an error
 * or that there is nothing; CASE makes a value of that.
 *
 * <p>Source: {@code src/backend/parser/parse_expr.c} (transformJsonFuncExpr) and {@code
 * src/backend/executor/execExprInterp.c} (ExecEvalJsonExprPath).
 */
final class SqlJsonQueries {
  private static final ExpressionType TEXT = ExpressionType.of(PgTypes.TEXT);
  private static final ExpressionType BOOL = ExpressionType.of(PgTypes.BOOL);

  /** {0} is what was found: a letter, then the value or an error. */
  private static final Template RESULT =
      Template.parse(
          "CASE substr({0}, 1, 1) WHEN 'V' THEN {1} WHEN 'E' THEN {2} WHEN 'X' THEN {3} END");

  private static final String RAISED = "error('[' || substr({0}, 2, 5) || '] ' || substr({0}, 7))";

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final SqlJsonAnalyzer constructors;

  SqlJsonQueries(Analysis analysis, ExpressionAnalyzer expressions, SqlJsonAnalyzer constructors) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.constructors = constructors;
  }

  SqlNode call(SqlJsonCall call, Place place) {
    SqlNode item = item(call.operands().get(0), place);
    SqlNode path = path(call.operands().get(1), place);
    SqlNode variables = variables(call, place);
    if (call.kind() == SqlJsonCall.Kind.EXISTS) {
      return exists(call, item, path, variables);
    }
    ExpressionType type = constructors.returning(call);
    boolean query =
        call.kind() == SqlJsonCall.Kind.QUERY
            || call.kind() == SqlJsonCall.Kind.COLUMN && isStructured(type.type());
    if (type == null) {
      type = query ? ExpressionType.of(PgTypes.JSONB) : TEXT;
    }
    return query
        ? query(call, place, type, item, path, variables)
        : value(call, place, type, item, path, variables);
  }

  /** Types that JSON_QUERY is better for. */
  private static boolean isStructured(PgType type) {
    return type.equals(PgTypes.JSON)
        || type.equals(PgTypes.JSONB)
        || type.isArray()
        || type.kind() == TypeKind.COMPOSITE
        || type.equals(PgTypes.RECORD);
  }

  private SqlNode item(SqlNode node, Place place) {
    SqlNode value = expressions.analyze(node, place);
    SqlNode json =
        Typed.typeOf(value) == null
            ? value
            : analysis.conversion.tryConvert(
                value, ExpressionType.of(PgTypes.JSONB), PgCast.Context.EXPLICIT);
    if (json == null) {
      throw Analysis.at(
          Conversion.cannotCast(Typed.typeOf(value), PgTypes.JSONB), Locations.leftmost(value));
    }
    return json;
  }

  private SqlNode path(SqlNode node, Place place) {
    SqlNode path = expressions.analyze(node, place);
    PgType type = Typed.typeOf(path);
    if (PgTypes.UNKNOWN.equals(type)) {
      return analysis.conversion.convert(path, PgTypes.JSONPATH);
    }
    if (!PgTypes.JSONPATH.equals(type)) {
      throw Analysis.error(
          SqlState.DATATYPE_MISMATCH,
          "JSON path expression must be of type jsonpath, not of type "
              + (type == null ? "unknown" : TypeNames.format(type)),
          node);
    }
    return path;
  }

  private SqlNode variables(SqlJsonCall call, Place place) {
    ExpressionType type = ExpressionType.of(PgTypes.JSONB);
    if (call.passing().isEmpty()) {
      return new PgLiteral(SqlParserPos.ZERO, "{}", type);
    }
    List<SqlNode> members = new ArrayList<>();
    for (int i = 0; i < call.passing().size(); i++) {
      members.add(new PgLiteral(SqlParserPos.ZERO, call.options().passing().get(i), TEXT));
      SqlNode value =
          analysis.conversion.resolveUnknown(expressions.analyze(call.passing().get(i), place));
      PgType passed = Typed.typeOf(value);
      if (passed != null && passed.category() == 'D') {
        throw Analysis.at(
            PgException.notSupported("PASSING of type " + TypeNames.format(passed)), value);
      }
      members.add(value);
    }
    return new SqlJsonCall(
            call.getParserPosition(),
            SqlJsonCall.Kind.OBJECT,
            SqlJsonOptions.constructor(null, null, false),
            members)
        .typed(members, type);
  }

  private SqlNode exists(SqlJsonCall call, SqlNode item, SqlNode path, SqlNode variables) {
    SqlNode found =
        SqlJsonAnalyzer.template("pg_sqljson_exists({0}, {1}, {2})", TEXT, item, path, variables);
    Behavior behavior = call.options().onError();
    String onError =
        switch (behavior == null ? Behavior.FALSE : behavior) {
          case FALSE -> "false";
          case TRUE -> "true";
          case UNKNOWN -> "NULL";
          case ERROR -> RAISED;
          default ->
              throw invalidBehavior(
                  "ON ERROR",
                  "Only ERROR, TRUE, FALSE, or UNKNOWN is allowed in ON ERROR for"
                      + " JSON_EXISTS().");
        };
    return SqlJsonAnalyzer.template(
        "CASE substr({0}, 1, 1) WHEN 'T' THEN true WHEN 'F' THEN false WHEN 'X' THEN "
            + onError
            + " END",
        BOOL,
        found);
  }

  private static PgException invalidBehavior(String clause, String detail) {
    return new PgException(SqlState.SYNTAX_ERROR, "invalid " + clause + " behavior")
        .withDetail(detail);
  }

  private SqlNode value(
      SqlJsonCall call,
      Place place,
      ExpressionType type,
      SqlNode item,
      SqlNode path,
      SqlNode variables) {
    checkBehavior(call.options().onEmpty(), "ON EMPTY", false);
    checkBehavior(call.options().onError(), "ON ERROR", false);
    SqlNode found =
        SqlJsonAnalyzer.template("pg_sqljson_value({0}, {1}, {2})", TEXT, item, path, variables);
    SqlNode text = SqlJsonAnalyzer.template("substr({0}, 2)", TEXT, found);
    return result(call, place, type, found, convert(text, type, call));
  }

  private static void checkBehavior(Behavior behavior, String clause, boolean query) {
    boolean allowed =
        behavior == null
            || switch (behavior) {
              case ERROR, NULL, DEFAULT -> true;
              case EMPTY_ARRAY, EMPTY_OBJECT -> query;
              default -> false;
            };
    if (!allowed) {
      throw invalidBehavior(
          clause,
          query
              ? "Only ERROR, NULL, EMPTY ARRAY, EMPTY OBJECT, or DEFAULT expression is allowed in "
                  + clause
                  + " for JSON_QUERY()."
              : "Only ERROR, NULL, or DEFAULT expression is allowed in "
                  + clause
                  + " for JSON_VALUE().");
    }
  }

  private SqlNode query(
      SqlJsonCall call,
      Place place,
      ExpressionType type,
      SqlNode item,
      SqlNode path,
      SqlNode variables) {
    checkBehavior(call.options().onEmpty(), "ON EMPTY", true);
    checkBehavior(call.options().onError(), "ON ERROR", true);
    Wrapper wrapper = call.options().wrapper();
    if (wrapper != null && call.options().omitQuotes()) {
      throw Analysis.error(
          SqlState.SYNTAX_ERROR,
          "SQL/JSON QUOTES behavior must not be specified when WITH WRAPPER is used",
          call);
    }
    boolean json = type.type().equals(PgTypes.JSON) || type.type().equals(PgTypes.JSONB);
    boolean text = type.type().category() == 'S';
    String form =
        (wrapper == null ? "NONE" : wrapper.name())
            + (call.options().omitQuotes() ? ",OMIT" : "")
            + (json ? ",JSON" : text ? "" : type.type().isArray() ? ",ARRAY" : ",OMIT");
    SqlNode found =
        SqlJsonAnalyzer.template(
            "pg_sqljson_query({0}, {1}, {2}, '" + form + "')", TEXT, item, path, variables);
    SqlNode rest = SqlJsonAnalyzer.template("substr({0}, 2)", json ? type : TEXT, found);
    return result(call, place, type, found, json ? rest : convert(rest, type, call));
  }

  private SqlNode convert(SqlNode text, ExpressionType type, SqlJsonCall call) {
    if (type.type().kind() == TypeKind.COMPOSITE || type.type().equals(PgTypes.RECORD)) {
      throw Analysis.at(
          PgException.notSupported("RETURNING a composite type in a query of JSON"), call);
    }
    SqlNode converted = analysis.conversion.tryConvert(text, type, PgCast.Context.EXPLICIT);
    if (converted == null) {
      throw Analysis.at(Conversion.cannotCast(PgTypes.TEXT, type.type()), call);
    }
    return converted;
  }

  private SqlNode result(
      SqlJsonCall call, Place place, ExpressionType type, SqlNode found, SqlNode value) {
    SqlNode onEmpty =
        behavior(
            call.options().onEmpty(),
            call.onEmpty(),
            "error('[22035] no SQL/JSON item found for specified path')",
            place,
            type,
            found);
    SqlNode onError =
        behavior(call.options().onError(), call.onError(), RAISED, place, type, found);
    boolean plain = type.type().category() == 'S' && type.typmod() < 0 || isJson(type.type());
    SqlNode checked = value;
    if (!plain && call.options().onError() != Behavior.ERROR) {
      SqlNode tried = SqlJsonAnalyzer.template("TRY({0})", type, value);
      checked =
          call.options().onError() == null || call.options().onError() == Behavior.NULL
              ? tried
              : SqlJsonAnalyzer.template("coalesce({0}, {1})", type, tried, onError);
    }
    return new TemplateCall(
        call.getParserPosition(), RESULT, List.of(found, checked, onEmpty, onError), type);
  }

  private static boolean isJson(PgType type) {
    return type.equals(PgTypes.JSON) || type.equals(PgTypes.JSONB);
  }

  private SqlNode behavior(
      Behavior behavior,
      SqlNode defaultValue,
      String raised,
      Place place,
      ExpressionType type,
      SqlNode found) {
    switch (behavior == null ? Behavior.NULL : behavior) {
      case ERROR:
        return SqlJsonAnalyzer.template(raised, type, found);
      case EMPTY_ARRAY:
        return empty("[]", type);
      case EMPTY_OBJECT:
        return empty("{}", type);
      case DEFAULT:
        SqlNode value = expressions.analyze(defaultValue, place);
        SqlNode converted = analysis.conversion.tryConvert(value, type, PgCast.Context.EXPLICIT);
        if (converted == null) {
          throw Analysis.at(
              Conversion.cannotCast(Typed.typeOf(value), type.type()),
              Locations.leftmost(defaultValue));
        }
        return converted;
      default:
        return SqlJsonAnalyzer.template("NULL", type, found);
    }
  }

  private SqlNode empty(String json, ExpressionType type) {
    PgLiteral literal = PgLiteral.string(SqlParserPos.ZERO, json);
    return type.type().isArray()
        ? analysis.conversion.convert(PgLiteral.string(SqlParserPos.ZERO, "{}"), type.type())
        : analysis.conversion.convert(literal, type.type());
  }
}
