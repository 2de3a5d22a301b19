package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.transpiler.tree.CallOptions;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.SortItem;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Functions and aggregates that make json of values of any type. */
final class JsonCallRule implements StructuralRule {
  private static final Template BARE = Template.parse("CAST({0} AS VARCHAR)");
  private static final Template SAME = Template.parse("{0}");
  private static final Template CANONICAL = Template.parse("pg_jsonb_in({0})");
  private static final Template OR_NOTHING = Template.parse("coalesce({0}, '')");
  private static final Template SOME = Template.parse("CASE WHEN {0} > 0 THEN {1} END");
  private static final Template UNIQUE = Template.parse("pg_json_unique({0})");
  private static final Template STRICT_ENTRY =
      Template.parse("CASE WHEN {1} IS NOT NULL THEN pg_json_entry({*}) END");
  private static final Template LINE = Template.parse("chr(10) || ' ' || {0}");
  private static final Template FIRST_LINE = Template.parse("ltrim({0}, chr(10) || ' ')");
  private static final Template OR_NULL = Template.parse("coalesce({0}, 'null')");
  private static final Template BRACKETS = Template.parse("'[' || {0} || ']'");
  private static final Template BRACES = Template.parse("'{ ' || {0} || ' }'");
  private static final Template ENTRY = Template.parse("pg_json_entry({*})");
  private static final ExpressionType TEXT = ExpressionType.of(PgTypes.TEXT);

  @Override
  public Class<? extends SqlNode> matches() {
    return FunctionCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    FunctionCall call = (FunctionCall) node;
    if (call.proc() == null) {
      return call;
    }
    return switch (call.proc().name()) {
      case "to_json", "row_to_json", "array_to_json" -> value(call, false);
      case "to_jsonb" -> value(call, true);
      case "json_build_object" -> object(call, "pg_json_build_object({*})");
      case "jsonb_build_object" -> object(call, "pg_jsonb_build_object({*})");
      case "json_build_array" -> array(call, "pg_json_build_array({*})");
      case "jsonb_build_array" -> array(call, "pg_jsonb_in(pg_json_build_array({*}))");
      case "jsonb_set", "jsonb_set_lax", "jsonb_insert" -> edit(call);
      case "json_agg", "json_agg_strict" -> aggregate(call, false);
      case "jsonb_agg", "jsonb_agg_strict" -> aggregate(call, true);
      case "json_object_agg",
          "json_object_agg_strict",
          "json_object_agg_unique",
          "json_object_agg_unique_strict" ->
          objectAggregate(call, false);
      case "jsonb_object_agg",
          "jsonb_object_agg_strict",
          "jsonb_object_agg_unique",
          "jsonb_object_agg_unique_strict" ->
          objectAggregate(call, true);
      default -> withTextFlags(call);
    };
  }

  /** Flags travel as text, since the engine's function takes any number of texts. */
  static SqlNode withTextFlags(FunctionCall call) {
    if (call.proc() == null || !call.proc().name().startsWith("jsonb_path_")) {
      return call;
    }
    return call.mapChildren(
        child -> PgTypes.BOOL.equals(Typed.typeOf(child)) ? text(BARE, child) : child);
  }

  private static SqlNode value(FunctionCall call, boolean binary) {
    String layout = "false";
    if (call.arguments().size() > 1) {
      if (!(call.arguments().get(1) instanceof PgLiteral flag)) {
        throw PgException.notSupported(call.proc().name() + " with a flag that is not a constant")
            .withPosition(Positions.start(call) + 1);
      }
      layout = "true".equals(flag.text()) ? "true" : "false";
    }
    SqlNode json = JsonValues.of(call.arguments().get(0), layout);
    return result(call, binary ? CANONICAL : SAME, json);
  }

  /** Flags travel as text, since the engine's function takes any number of texts. */
  private static SqlNode edit(FunctionCall call) {
    List<SqlNode> parts = new ArrayList<>();
    for (SqlNode argument : call.arguments()) {
      boolean flag = PgTypes.BOOL.equals(Typed.typeOf(argument));
      parts.add(flag ? text(BARE, argument) : argument);
    }
    return result(
        call,
        Template.parse("pg_" + call.proc().name() + "({0}, CAST(to_json({1}) AS VARCHAR), {2*})"),
        parts.toArray(new SqlNode[0]));
  }

  private static SqlNode result(FunctionCall call, Template template, SqlNode... operands) {
    return new TemplateCall(
        call.getParserPosition(), template, List.of(operands), call.expressionType());
  }

  private static SqlNode array(FunctionCall call, String template) {
    SqlNode last = call.arguments().isEmpty() ? null : call.arguments().get(0);
    if (call.options().variadic() && Typed.typeOf(last) != null && Typed.typeOf(last).isArray()) {
      boolean binary = call.proc().name().startsWith("jsonb");
      return result(call, binary ? CANONICAL : SAME, JsonValues.of(last, "agg"));
    }
    refuseVariadic(call);
    return result(
        call,
        Template.parse(template),
        call.arguments().stream().map(JsonValues::of).toArray(SqlNode[]::new));
  }

  private static SqlNode object(FunctionCall call, String template) {
    refuseVariadic(call);
    if (call.arguments().size() % 2 != 0) {
      throw new PgException(
              SqlState.INVALID_PARAMETER_VALUE, "argument list must have even number of elements")
          .withHint(
              "The arguments of "
                  + call.proc().name()
                  + "() must consist of alternating keys and values.");
    }
    List<SqlNode> parts = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      SqlNode argument = call.arguments().get(i);
      parts.add(i % 2 == 0 ? key(argument) : JsonValues.of(argument));
    }
    return result(call, Template.parse(template), parts.toArray(new SqlNode[0]));
  }

  /** A key of an object as text. */
  static SqlNode key(SqlNode key) {
    PgType type = Typed.typeOf(key);
    if (type == null
        || type.isArray()
        || type.equals(PgTypes.RECORD)
        || type.equals(PgTypes.JSON)
        || type.equals(PgTypes.JSONB)) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          "key value must be scalar, not array, composite, or json");
    }
    return JsonValues.text(key);
  }

  private static void refuseVariadic(FunctionCall call) {
    if (call.options().variadic()) {
      throw PgException.notSupported("VARIADIC in " + call.proc().name())
          .withPosition(Positions.start(call) + 1);
    }
  }

  private static SqlNode aggregate(FunctionCall call, boolean binary) {
    SqlNode value = call.arguments().get(0);
    PgType type = Typed.typeOf(value);
    SqlNode text;
    if (call.options().distinct()) {
      text = distinct(call, value);
    } else {
      boolean lines = type != null && (type.isArray() || JsonValues.isRow(value));
      SqlNode json = lines ? text(LINE, JsonValues.of(value)) : JsonValues.of(value);
      SqlNode element = isStrict(call) ? json : text(OR_NULL, json);
      SqlNode joined = joined(call, element, ", ");
      joined = lines ? text(FIRST_LINE, joined) : joined;
      text = isStrict(call) ? orEmpty(call, joined, BRACKETS) : text(BRACKETS, joined);
    }
    return result(call, binary ? CANONICAL : SAME, text);
  }

  /** NULLs are left out; where all are, an empty list is left. */
  private static boolean isStrict(FunctionCall call) {
    return call.proc().name().endsWith("_strict");
  }

  private static SqlNode orEmpty(FunctionCall call, SqlNode joined, Template around) {
    SqlNode count =
        new FunctionCall(
            call.getParserPosition(),
            List.of("count"),
            List.of(),
            CallOptions.STAR,
            List.of(),
            call.filter(),
            call.over(),
            call.proc(),
            ExpressionType.of(PgTypes.INT8));
    return new TemplateCall(
        call.getParserPosition(),
        SOME,
        List.of(count, text(around, text(OR_NOTHING, joined))),
        TEXT);
  }

  /** Distinct values in the order of their type, then the list as JSON. */
  private static SqlNode distinct(FunctionCall call, SqlNode value) {
    List<SqlNode> orderBy = call.orderBy();
    if (orderBy.isEmpty()) {
      orderBy = List.of(new SortItem(call.getParserPosition(), value, null, null, null));
    }
    SqlNode list =
        new FunctionCall(
            call.getParserPosition(),
            List.of("list"),
            List.of(value),
            call.options(),
            orderBy,
            call.filter(),
            call.over(),
            call.proc(),
            ExpressionType.of(arrayOf(Typed.typeOf(value), call)));
    return JsonValues.of(list, "agg");
  }

  private static PgType arrayOf(PgType type, SqlNode at) {
    PgType array = type == null ? null : PgTypes.arrayOf(type);
    if (array == null) {
      throw PgException.notSupported("DISTINCT in an aggregate of JSON over this type")
          .withPosition(Positions.start(at) + 1);
    }
    return array;
  }

  private static SqlNode objectAggregate(FunctionCall call, boolean binary) {
    if (call.options().distinct()) {
      throw PgException.notSupported("DISTINCT in " + call.proc().name())
          .withPosition(Positions.start(call) + 1);
    }
    List<SqlNode> parts = new ArrayList<>();
    parts.add(key(call.arguments().get(0)));
    parts.add(JsonValues.of(call.arguments().get(1)));
    parts.add(
        binary
            ? JsonValues.string("jsonb")
            : PgLiteral.string(call.getParserPosition(), null).typed(TEXT));
    Template template = isStrict(call) ? STRICT_ENTRY : ENTRY;
    SqlNode entry = new TemplateCall(call.getParserPosition(), template, parts, TEXT);
    SqlNode joined = joined(call, entry, ", ");
    SqlNode object = isStrict(call) ? orEmpty(call, joined, BRACES) : text(BRACES, joined);
    if (call.proc().name().contains("_unique")) {
      object = text(UNIQUE, object);
    }
    return result(call, binary ? CANONICAL : SAME, object);
  }

  private static SqlNode joined(FunctionCall call, SqlNode element, String separator) {
    return new FunctionCall(
        call.getParserPosition(),
        List.of("string_agg"),
        List.of(element, JsonValues.string(separator)),
        call.options(),
        call.orderBy(),
        call.filter(),
        call.over(),
        call.proc(),
        TEXT);
  }

  private static SqlNode text(Template template, SqlNode operand) {
    return new TemplateCall(operand.getParserPosition(), template, List.of(operand), TEXT);
  }
}
