package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.Typmods;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.value.ValueForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * SQL values as JSON text, by their types.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonfuncs.c} (json_categorize_type).
 */
final class JsonValues {
  private static final Template BARE = Template.parse("CAST({0} AS VARCHAR)");
  private static final Template SAME = Template.parse("{0}");
  private static final Template QUOTED = Template.parse("pg_json_quote({0})");
  private static final Template LEAF = Template.parse("pg_json_leaf({0}, {1})");
  private static final Template ARRAY =
      Template.parse("pg_json_array(CAST(to_json({0}) AS VARCHAR), {1}, {2})");
  private static final Template OUT =
      Template.parse("pg_array_out(CAST(to_json({0}) AS VARCHAR), {1})");
  private static final Template DELIMITED =
      Template.parse("pg_array_out_by(CAST(to_json({0}) AS VARCHAR), {1})");
  private static final Template JOINED =
      Template.parse("pg_array_to_string(CAST(to_json({0}) AS VARCHAR), {1*})");
  private static final Template RECORD = Template.parse("pg_json_record({*})");

  /** Types whose text the engine writes in another way. */
  private static final Set<PgType> OTHER_TEXTS =
      Set.of(
          PgTypes.DATE,
          PgTypes.TIME,
          PgTypes.TIMETZ,
          PgTypes.TIMESTAMP,
          PgTypes.TIMESTAMPTZ,
          PgTypes.INTERVAL,
          PgTypes.BYTEA);

  private static final Set<PgType> WHOLE =
      Set.of(PgTypes.BOOL, PgTypes.INT2, PgTypes.INT4, PgTypes.INT8);

  private JsonValues() {}

  /** The JSON text of a value, NULL for NULL. */
  static SqlNode of(SqlNode value) {
    return of(value, "false");
  }

  /** The same, {@code layout} being {@code true} for lines, {@code agg} for blanks. */
  static SqlNode of(SqlNode value, String layout) {
    ExpressionType type = Typed.of(value);
    if (type == null) {
      throw refused("a value whose type only the engine knows", value);
    }
    PgType pgType = type.type();
    if (value instanceof RowCall
        || pgType.equals(PgTypes.RECORD)
        || pgType.kind() == TypeKind.COMPOSITE) {
      return record(value, layout);
    }
    if (pgType.isArray()) {
      return array(value, pgType, layout);
    }
    if (pgType.equals(PgTypes.RECORD_ARRAY)) {
      return rows(value, layout);
    }
    if (pgType.equals(PgTypes.JSON) || pgType.equals(PgTypes.JSONB)) {
      return template(SAME, value);
    }
    if (WHOLE.contains(pgType)) {
      return template(BARE, value);
    }
    String form = form(pgType);
    if (pgType.equals(PgTypes.NUMERIC)) {
      return leaf(NumericForms.toText(List.of(value)).get(0), form);
    }
    SqlNode text = text(value);
    return form.equals("text") ? template(QUOTED, text) : leaf(text, form);
  }

  private static SqlNode leaf(SqlNode text, String form) {
    return template(LEAF, text, string(form));
  }

  /** The value's text as PostgreSQL prints it. */
  static SqlNode text(SqlNode value) {
    PgType type = Typed.typeOf(value);
    if (type.category() == 'S' || type.equals(PgTypes.UNKNOWN)) {
      return value;
    }
    if (NumericForms.isText(value)
        || ValueForms.of(type) != null && ValueForms.of(type).isShownAsStored()) {
      return value;
    }
    return new CastRule(EngineFunctions.NONE)
        .apply(
            new CastCall(
                value.getParserPosition(), value, null, false, ExpressionType.of(PgTypes.TEXT)));
  }

  private static String form(PgType type) {
    if (type.equals(PgTypes.NUMERIC)) {
      return "number";
    }
    if (type.equals(PgTypes.FLOAT4)) {
      return "float4";
    }
    if (type.equals(PgTypes.FLOAT8)) {
      return "float8";
    }
    if (WHOLE.contains(type)) {
      return type.equals(PgTypes.BOOL) ? "boolean" : "number";
    }
    if (type.equals(PgTypes.TIMESTAMP)) {
      return "timestamp";
    }
    if (type.equals(PgTypes.TIMESTAMPTZ)) {
      return "timestamptz";
    }
    return type.equals(PgTypes.JSON) || type.equals(PgTypes.JSONB) ? "json" : "text";
  }

  private static SqlNode array(SqlNode written, PgType array, String layout) {
    SqlNode value = padded(written);
    PgType element = PgTypes.elementOf(array);
    if (value instanceof FunctionCall call
        && call.proc() != null
        && call.proc().name().equals("array_agg")
        && isRow(call.arguments().get(0))) {
      return template(ARRAY, aggregateOfTexts(call), string("json"), string(layout));
    }
    boolean instant = PgTypes.TIMESTAMP.equals(element) || PgTypes.TIMESTAMPTZ.equals(element);
    SqlNode elements =
        instant ? null : elementTexts(value, array, new CastRule(EngineFunctions.NONE));
    if (elements != null) {
      return array(elements, PgTypes.arrayOf(PgTypes.TEXT), layout);
    }
    if (element == null
        || element.equals(PgTypes.RECORD)
        || element.equals(PgTypes.MONEY)
        || StoredValueCasts.readsSettings(element)
        || element.equals(PgTypes.BYTEA)) {
      throw refused("an array of " + (element == null ? array : element).name(), value);
    }
    String form = form(element);
    boolean texts = form.equals("json") || element.equals(PgTypes.NUMERIC);
    return template(ARRAY, texts ? texts(value) : value, string(form), string(layout));
  }

  /**
   * The array with PostgreSQL's text of each element, where the engine has another.
   *
   * @return null where the engine's serves, or has to be refused
   */
  static SqlNode elementTexts(SqlNode value, PgType array, CastRule casts) {
    PgType element = PgTypes.elementOf(array);
    boolean other =
        element != null
            && (OTHER_TEXTS.contains(element)
                || element.name().startsWith("reg")
                || StoredValueCasts.readsSettings(element));
    if (!other) {
      return null;
    }
    if (element.name().startsWith("reg")) {
      // The engine takes no sub-queries in lambdas, which the names come from.
      throw refused("an array of " + element.name(), value);
    }
    SqlNode each =
        casts.apply(
            new CastCall(
                value.getParserPosition(),
                new TemplateCall(
                    value.getParserPosition(),
                    Template.parse("element_"),
                    List.of(),
                    ExpressionType.of(element)),
                null,
                false,
                ExpressionType.of(PgTypes.TEXT)));
    int levels = Typed.levelsOf(value);
    return new TemplateCall(
        value.getParserPosition(),
        Template.parse(ArrayShapes.overElements("{0}", levels, "{1}")),
        List.of(value, each),
        ExpressionType.of(PgTypes.arrayOf(PgTypes.TEXT)).withLevels(levels));
  }

  /** Arrays of character(n) are shown with their blanks. */
  private static SqlNode padded(SqlNode value) {
    ExpressionType type = Typed.of(value);
    if (type.typmod() < 0 || !PgTypes.BPCHAR.equals(PgTypes.elementOf(type.type()))) {
      return value;
    }
    String padded = "rpad(element_, " + Typmods.characterLength(type.typmod()) + ", ' ')";
    return new TemplateCall(
        value.getParserPosition(),
        Template.parse(ArrayShapes.overElements("{0}", type.levels(), padded)),
        List.of(value),
        type);
  }

  /** Whether it is a row or a composite value. */
  static boolean isRow(SqlNode value) {
    PgType type = Typed.typeOf(value);
    return type != null && (type.equals(PgTypes.RECORD) || type.kind() == TypeKind.COMPOSITE);
  }

  /** An array of rows whose fields are known: as it is written, or aggregated. */
  private static SqlNode rows(SqlNode value, String layout) {
    if (value instanceof FunctionCall call
        && call.proc() != null
        && call.proc().name().equals("array_agg")) {
      return template(ARRAY, aggregateOfTexts(call), string("json"), string(layout));
    }
    if (value instanceof ArrayCall array) {
      List<SqlNode> texts = array.elements().stream().map(JsonValues::of).toList();
      SqlNode list =
          new ArrayCall(
              value.getParserPosition(), texts, ExpressionType.of(PgTypes.arrayOf(PgTypes.TEXT)));
      return template(ARRAY, list, string("json"), string(layout));
    }
    throw refused("an array of rows whose fields are not known", value);
  }

  /** Rows are aggregated as JSON at once, while their columns are known. */
  private static SqlNode aggregateOfTexts(FunctionCall call) {
    return new FunctionCall(
        call.getParserPosition(),
        call.name(),
        List.of(of(call.arguments().get(0))),
        call.options(),
        call.orderBy(),
        call.filter(),
        call.over(),
        call.proc(),
        ExpressionType.of(PgTypes.arrayOf(PgTypes.TEXT)));
  }

  /** The array with the engine's own text of each element. */
  private static SqlNode texts(SqlNode value) {
    SqlNode constants = ShownNumerics.constants(value);
    if (constants != null) {
      return constants;
    }
    ExpressionType of = Typed.of(value);
    ExpressionType type = ExpressionType.of(PgTypes.arrayOf(PgTypes.TEXT)).withLevels(of.levels());
    boolean wide =
        of.type().equals(PgTypes.arrayOf(PgTypes.NUMERIC))
            && of.typmod() < 0
            && value instanceof ColumnRef column
            && column.tableOid() != 0;
    return wide
        ? new TemplateCall(
            value.getParserPosition(),
            Template.parse(
                ArrayShapes.overElements(
                    "{0}", of.levels(), "rtrim(rtrim(CAST(element_ AS VARCHAR), '0'), '.')")),
            List.of(value),
            type)
        : new CastCall(value.getParserPosition(), value, null, true, type);
  }

  private static SqlNode amounts(SqlNode value) {
    int levels = Typed.levelsOf(value);
    return new TemplateCall(
        value.getParserPosition(),
        Template.parse(ArrayShapes.overElements("{0}", levels, "pg_money_out(element_)")),
        List.of(value),
        ExpressionType.of(PgTypes.arrayOf(PgTypes.TEXT)).withLevels(levels));
  }

  /** Elements whose text the engine's list does not hold. */
  private static boolean isUnprintable(PgType element) {
    return element == null
        || element.equals(PgTypes.RECORD)
        || element.equals(PgTypes.BYTEA)
        || element.equals(PgTypes.MONEY)
        || StoredValueCasts.readsSettings(element);
  }

  /** The text of an array, in braces. */
  static SqlNode arrayText(SqlNode written, PgType array, PgType target) {
    SqlNode value = padded(written);
    PgType element = PgTypes.elementOf(array);
    if (element != null && element.delimiter() != ',') {
      return new TemplateCall(
          value.getParserPosition(),
          DELIMITED,
          List.of(value, string(String.valueOf(element.delimiter()))),
          ExpressionType.of(target));
    }
    if (PgTypes.MONEY.equals(element)) {
      return arrayText(amounts(value), PgTypes.arrayOf(PgTypes.TEXT), target);
    }
    if (isUnprintable(element)) {
      throw refused("an array of " + (element == null ? array : element).name(), value);
    }
    String form = form(element);
    boolean texts = form.equals("json") || element.equals(PgTypes.NUMERIC);
    return new TemplateCall(
        value.getParserPosition(),
        OUT,
        List.of(texts ? texts(value) : value, string(form)),
        ExpressionType.of(target));
  }

  /** The elements of an array joined to a text; {@code rest} is separator and text for NULL. */
  static SqlNode joined(SqlNode written, PgType array, List<SqlNode> rest) {
    SqlNode value = padded(written);
    SqlNode elements = elementTexts(value, array, new CastRule(EngineFunctions.NONE));
    if (elements != null) {
      return joined(elements, PgTypes.arrayOf(PgTypes.TEXT), rest);
    }
    PgType element = PgTypes.elementOf(array);
    if (PgTypes.MONEY.equals(element)) {
      return joined(amounts(value), PgTypes.arrayOf(PgTypes.TEXT), rest);
    }
    if (isUnprintable(element)) {
      throw refused("an array of " + (element == null ? array : element).name(), value);
    }
    String form = form(element);
    boolean texts = form.equals("json") || element.equals(PgTypes.NUMERIC);
    List<SqlNode> operands = new ArrayList<>(List.of(texts ? texts(value) : value, string(form)));
    operands.addAll(rest);
    return template(JOINED, operands.toArray(new SqlNode[0]));
  }

  private static SqlNode record(SqlNode value, String layout) {
    List<SqlNode> parts = new ArrayList<>();
    parts.add(string(layout.equals("true") ? "true" : "false"));
    if (value instanceof RowCall row) {
      for (int i = 0; i < row.fields().size(); i++) {
        parts.add(string(row.names().isEmpty() ? "f" + (i + 1) : row.names().get(i)));
        parts.add(of(row.fields().get(i)));
      }
    } else if (value instanceof ColumnRef reference && !reference.rowFields().isEmpty()) {
      for (ColumnRef.RowField field : reference.rowFields()) {
        parts.add(string(field.name()));
        parts.add(of(field.value()));
      }
      if (reference.nullable()) {
        return nullable(reference, template(RECORD, parts.toArray(new SqlNode[0])));
      }
    } else {
      throw refused("a record whose columns are not known", value);
    }
    return template(RECORD, parts.toArray(new SqlNode[0]));
  }

  /** NULL where a join gave no row. */
  private static SqlNode nullable(ColumnRef row, SqlNode json) {
    StringBuilder condition = new StringBuilder("CASE WHEN ");
    List<SqlNode> operands = new ArrayList<>(List.of(json));
    for (ColumnRef.RowField field : row.rowFields()) {
      condition.append(operands.size() == 1 ? "" : " OR ");
      condition.append('{').append(operands.size()).append("} IS NOT NULL");
      operands.add(field.value());
    }
    return new TemplateCall(
        row.getParserPosition(),
        Template.parse(condition.append(" THEN {0} END").toString()),
        operands,
        ExpressionType.of(PgTypes.TEXT));
  }

  static SqlNode string(String text) {
    return PgLiteral.string(org.apache.calcite.sql.parser.SqlParserPos.ZERO, text)
        .typed(ExpressionType.of(PgTypes.TEXT));
  }

  private static SqlNode template(Template template, SqlNode... operands) {
    return new TemplateCall(
        operands[0].getParserPosition(),
        template,
        List.of(operands),
        ExpressionType.of(PgTypes.TEXT));
  }

  private static PgException refused(String what, SqlNode at) {
    return PgException.notSupported("JSON of " + what).withPosition(Positions.start(at) + 1);
  }
}
