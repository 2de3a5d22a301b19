package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.tree.Alias;
import io.duckgres.transpiler.tree.CallOptions;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.QueryItem;
import io.duckgres.transpiler.tree.QueryNode;
import io.duckgres.transpiler.tree.ScalarQueryCall;
import io.duckgres.transpiler.tree.SelectCore;
import io.duckgres.transpiler.tree.SelectItem;
import io.duckgres.transpiler.tree.SqlJsonCall;
import io.duckgres.transpiler.tree.SqlJsonOptions;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.TypeName;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * SQL/JSON constructors, aggregates and tests; query functions are {@link SqlJsonQueries}'.
 *
 * <p>Source: {@code src/backend/parser/parse_expr.c} (transformJsonObjectConstructor and its kin).
 */
final class SqlJsonAnalyzer {
  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final SqlJsonQueries queries;

  SqlJsonAnalyzer(Analysis analysis, ExpressionAnalyzer expressions) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.queries = new SqlJsonQueries(analysis, expressions, this);
  }

  SqlNode call(SqlJsonCall call, Place place) {
    return switch (call.kind()) {
      case OBJECT, ARRAY -> constructor(call, place);
      case ARRAY_QUERY -> expressions.analyze(ofQuery(call, place), place);
      case OBJECTAGG, ARRAYAGG -> aggregate(call, place);
      case JSON -> json(call, place);
      case SCALAR -> scalar(call, place);
      case SERIALIZE -> serialize(call, place);
      case TEST -> test(call, place);
      default -> queries.call(call, place);
    };
  }

  /** What RETURNING says; null when it says nothing. */
  ExpressionType returning(SqlJsonCall call) {
    TypeName type = call.options().returning();
    return type == null ? null : analysis.types.find(type);
  }

  /** A value that is jsonb makes the whole jsonb. */
  private ExpressionType target(SqlJsonCall call, List<SqlNode> operands) {
    ExpressionType returning = returning(call);
    if (returning != null) {
      return returning;
    }
    boolean binary =
        operands.stream().anyMatch(operand -> PgTypes.JSONB.equals(Typed.typeOf(operand)));
    return ExpressionType.of(binary ? PgTypes.JSONB : PgTypes.JSON);
  }

  private List<SqlNode> values(List<SqlNode> nodes, Place place) {
    List<SqlNode> values = new ArrayList<>();
    for (SqlNode node : nodes) {
      values.add(analysis.conversion.resolveUnknown(expressions.analyze(node, place)));
    }
    return values;
  }

  private SqlNode constructor(SqlJsonCall call, Place place) {
    List<SqlNode> operands = values(call.operands(), place);
    return returned(call, operands, target(call, operands));
  }

  private SqlNode returned(SqlJsonCall call, List<SqlNode> operands, ExpressionType target) {
    boolean direct = target.type().equals(PgTypes.JSON) || target.type().equals(PgTypes.JSONB);
    SqlNode json = call.typed(operands, direct ? target : ExpressionType.of(PgTypes.JSON));
    return direct ? json : converted(json, target, call);
  }

  /** JSON as another type, which takes its text. */
  private SqlNode converted(SqlNode json, ExpressionType target, SqlNode at) {
    if (target.type().category() != 'S') {
      throw Analysis.at(
          PgException.notSupported(
              "RETURNING type " + TypeNames.format(target.type()) + " in a constructor of JSON"),
          at);
    }
    return analysis.conversion.tryConvert(json, target, PgCast.Context.EXPLICIT);
  }

  private SqlNode ofQuery(SqlJsonCall call, Place place) {
    QueryNode query = (QueryNode) call.operands().get(0);
    if (analysis.queries.analyze(query, place.scope()).columns().size() != 1) {
      throw Analysis.error(SqlState.SYNTAX_ERROR, "subquery must return only one column", query);
    }
    SqlJsonCall aggregate =
        new SqlJsonCall(
            call.getParserPosition(),
            SqlJsonCall.Kind.ARRAYAGG,
            SqlJsonOptions.constructor(call.options().returning(), true, false),
            List.of(new SqlIdentifier(List.of("q", "a"), SqlParserPos.ZERO)));
    SelectCore select =
        new SelectCore(
            SqlParserPos.ZERO,
            false,
            List.of(),
            List.of(new SelectItem(SqlParserPos.ZERO, aggregate, "json_array")),
            List.of(new QueryItem(SqlParserPos.ZERO, false, query, new Alias("q", List.of("a")))),
            null,
            false,
            List.of(),
            null,
            List.of());
    return new ScalarQueryCall(call.getParserPosition(), SetOperationAnalyzer.asQuery(select));
  }

  private SqlNode aggregate(SqlJsonCall call, Place place) {
    List<SqlNode> operands = values(call.operands(), place.in(Clause.AGGREGATE_ARGUMENT));
    ExpressionType target = target(call, operands);
    boolean object = call.kind() == SqlJsonCall.Kind.OBJECTAGG;
    Boolean absent = call.options().absentOnNull();
    boolean strict = absent == null ? !object : absent;
    StringBuilder name = new StringBuilder();
    name.append(target.type().equals(PgTypes.JSONB) ? "jsonb" : "json");
    name.append(object ? "_object_agg" : "_agg");
    if (object && call.options().uniqueKeys()) {
      name.append("_unique");
    }
    if (strict) {
      name.append("_strict");
    }
    SqlNode analyzed =
        expressions.analyze(
            new FunctionCall(
                call.getParserPosition(),
                List.of("pg_catalog", name.toString()),
                call.operands().stream().map(SqlJsonAnalyzer::typedText).toList(),
                CallOptions.NONE,
                call.orderBy(),
                call.filter(),
                call.over(),
                null),
            place);
    boolean direct = target.type().equals(PgTypes.JSON) || target.type().equals(PgTypes.JSONB);
    return direct ? analyzed : converted(analyzed, target, call);
  }

  /** An unknown literal is text here, which functions of any type would not take. */
  private static SqlNode typedText(SqlNode node) {
    return node instanceof PgLiteral literal && literal.isUnknown()
        ? new CastCall(
            node.getParserPosition(),
            node,
            new TypeName(List.of("pg_catalog", "text"), List.of(), 0, false, false, -1),
            false)
        : node;
  }

  private SqlNode json(SqlJsonCall call, Place place) {
    SqlNode value = expressions.analyze(call.operands().get(0), place);
    SqlNode json =
        analysis.conversion.tryConvert(
            value, ExpressionType.of(PgTypes.JSON), PgCast.Context.EXPLICIT);
    if (json == null) {
      throw Analysis.at(
          Conversion.cannotCast(Typed.typeOf(value), PgTypes.JSON), Locations.leftmost(value));
    }
    return call.options().uniqueKeys()
        ? template("pg_json_unique({0})", ExpressionType.of(PgTypes.JSON), json)
        : json;
  }

  private SqlNode scalar(SqlJsonCall call, Place place) {
    return expressions.analyze(
        new FunctionCall(
            call.getParserPosition(),
            List.of("pg_catalog", "to_json"),
            List.of(typedText(call.operands().get(0))),
            CallOptions.NONE,
            List.of(),
            null,
            null,
            null),
        place);
  }

  private SqlNode serialize(SqlJsonCall call, Place place) {
    SqlNode value = expressions.analyze(call.operands().get(0), place);
    PgType type = Typed.typeOf(value);
    SqlNode json =
        PgTypes.JSONB.equals(type)
            ? value
            : analysis.conversion.tryConvert(
                value, ExpressionType.of(PgTypes.JSON), PgCast.Context.EXPLICIT);
    if (json == null) {
      throw Analysis.at(Conversion.cannotCast(type, PgTypes.JSON), Locations.leftmost(value));
    }
    ExpressionType target = returning(call);
    if (target != null && target.type().equals(PgTypes.BYTEA)) {
      return template("encode(CAST({0} AS VARCHAR))", target, json);
    }
    return converted(json, target == null ? ExpressionType.of(PgTypes.TEXT) : target, call);
  }

  private SqlNode test(SqlJsonCall call, Place place) {
    SqlNode value =
        analysis.conversion.resolveUnknown(expressions.analyze(call.operands().get(0), place));
    PgType type = Typed.typeOf(value);
    boolean json = PgTypes.JSON.equals(type) || PgTypes.JSONB.equals(type);
    if (type != null && !json && type.category() != 'S') {
      throw Analysis.error(
          SqlState.DATATYPE_MISMATCH,
          "cannot use type " + TypeNames.format(type) + " in IS JSON predicate",
          call);
    }
    String flags = call.options().test() + (call.options().uniqueKeys() ? ",UNIQUE" : "");
    return template("pg_is_json({0}, '" + flags + "')", ExpressionType.of(PgTypes.BOOL), value);
  }

  static SqlNode template(String template, ExpressionType type, SqlNode... operands) {
    return new TemplateCall(
        operands[0].getParserPosition(), Template.parse(template), List.of(operands), type);
  }
}
