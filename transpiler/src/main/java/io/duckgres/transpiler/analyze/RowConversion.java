package io.duckgres.transpiler.analyze;

import io.duckgres.pgtype.PgCast;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.pgtype.Typmods;
import io.duckgres.transpiler.catalog.Attribute;
import io.duckgres.transpiler.input.RecordInput;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ColumnRef;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FieldCall;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.RowCall;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import io.duckgres.transpiler.unparse.EngineTypeNames;
import io.duckgres.transpiler.unparse.Identifiers;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Rows: from a record or a text to a composite type, and to text.
 *
 * <p>Source: {@code src/backend/parser/parse_coerce.c} (coerce_record_to_complex), {@code
 * src/backend/utils/adt/rowtypes.c} (record_in, record_out).
 */
final class RowConversion {
  private static final Template BOOLEAN =
      Template.parse("CASE {0} WHEN true THEN 't' WHEN false THEN 'f' END");
  private static final Template PADDED = Template.parse("rpad({0}, {1}, ' ')");
  private static final Template TEXT = Template.parse("pg_record_out({*})");
  private static final Template TEXT_OR_NULL =
      Template.parse("CASE WHEN {0} IS NOT NULL THEN pg_record_out({1*}) END");

  private final Analysis analysis;

  RowConversion(Analysis analysis) {
    this.analysis = analysis;
  }

  static boolean isComposite(PgType type) {
    return type != null && type.kind() == TypeKind.COMPOSITE;
  }

  /** Whether values of the type are rows. */
  static boolean isRow(PgType type) {
    return isComposite(type) || PgTypes.RECORD.equals(type);
  }

  /**
   * A record as one of a composite type.
   *
   * @return null when its fields are not known or can't be converted
   */
  SqlNode fromRecord(SqlNode node, PgType target, PgCast.Context context) {
    List<SqlNode> values = fields(node);
    if (values.isEmpty()) {
      return null;
    }
    List<Attribute> fields = analysis.catalog.fieldsOf(target);
    if (values.size() != fields.size()) {
      throw Analysis.at(
          Conversion.cannotCast(PgTypes.RECORD, target)
              .withDetail(
                  values.size() < fields.size()
                      ? "Input has too few columns."
                      : "Input has too many columns."),
          Locations.leftmost(node));
    }
    List<SqlNode> converted = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      SqlNode value = analysis.conversion.tryConvert(values.get(i), typeOf(fields.get(i)), context);
      if (value == null) {
        String detail =
            "Cannot cast type "
                + TypeNames.format(Typed.typeOf(values.get(i)))
                + " to "
                + TypeNames.format(fields.get(i).type())
                + " in column "
                + (i + 1)
                + ".";
        throw Analysis.at(
            Conversion.cannotCast(PgTypes.RECORD, target).withDetail(detail),
            Locations.leftmost(values.get(i)));
      }
      converted.add(StoredValue.of(value));
    }
    return row(node, target, fields, converted);
  }

  private static RowCall row(
      SqlNode at, PgType type, List<Attribute> fields, List<SqlNode> values) {
    return new RowCall(
        at.getParserPosition(),
        values,
        fields.stream().map(Attribute::name).toList(),
        ExpressionType.of(type));
  }

  private static ExpressionType typeOf(Attribute field) {
    if (field.type() == null) {
      throw PgException.notSupported(
          "a composite type with an attribute of type " + field.engineType());
    }
    return ExpressionType.ofDeclared(field);
  }

  /**
   * The row that a constant text stands for.
   *
   * @throws PgException what the input functions report, without position
   */
  SqlNode literal(PgLiteral literal, PgType type) {
    List<Attribute> fields = analysis.catalog.fieldsOf(type);
    List<String> texts = RecordInput.parse(literal.text(), fields.size());
    List<SqlNode> values = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      PgLiteral field = PgLiteral.string(literal.getParserPosition(), texts.get(i));
      values.add(
          StoredValue.of(
              analysis.conversion.tryConvert(
                  field, typeOf(fields.get(i)), PgCast.Context.ASSIGNMENT)));
    }
    return row(literal, type, fields, values);
  }

  /** A parameter, bound as the engine's text of a row or of an array of rows. */
  SqlNode fromParameter(ParameterRef parameter) {
    ExpressionType type = parameter.expressionType();
    PgType element = analysis.coercions.elementOf(type.type());
    PgType row = element == null ? type.type() : element;
    String storage =
        storage(row) + (element == null ? "" : "[]".repeat(parameter.expressionType().levels()));
    SqlNode bare = new ParameterRef(parameter.getParserPosition(), parameter.source(), null);
    List<Template.Part> parts =
        List.of(
            new Template.Text("CAST("),
            new Template.Operand(0, false),
            new Template.Text(" AS " + storage + ")"));
    SqlNode value =
        new TemplateCall(
            parameter.getParserPosition(), new Template(parts, true), List.of(bare), type);
    boolean checked =
        analysis.catalog.fieldsOf(row).stream().anyMatch(field -> field.domain() != null);
    if (checked && element != null) {
      throw PgException.notSupported(
          "a parameter of an array of a composite type with attributes of domains");
    }
    return checked ? checked(value, row) : value;
  }

  /** The row, its fields checked by their domains. */
  private SqlNode checked(SqlNode value, PgType type) {
    List<Template.Part> parts = new ArrayList<>();
    List<SqlNode> operands = new ArrayList<>(List.of(value));
    parts.add(new Template.Text("list_extract(list_transform(["));
    parts.add(new Template.Operand(0, true));
    parts.add(
        new Template.Text("], lambda record_: CASE WHEN record_ IS NOT NULL THEN struct_pack("));
    for (Attribute field : analysis.catalog.fieldsOf(type)) {
      String name = Identifiers.quote(field.name());
      parts.add(new Template.Text((operands.size() > 1 ? ", " : "") + name + " := "));
      parts.add(new Template.Operand(operands.size(), true));
      SqlNode part =
          new TemplateCall(
              value.getParserPosition(),
              new Template(List.of(new Template.Text("record_." + name)), true),
              List.of(),
              ExpressionType.ofValues(field));
      operands.add(
          field.domain() == null
              ? part
              : analysis.conversion.tryConvert(
                  part, ExpressionType.ofDeclared(field), PgCast.Context.EXPLICIT));
    }
    parts.add(new Template.Text(") END), 1)"));
    return new TemplateCall(
        value.getParserPosition(), new Template(parts, true), operands, ExpressionType.of(type));
  }

  /** All fields in the engine's words: a table's row type has no name there. */
  private String storage(PgType type) {
    List<String> fields = new ArrayList<>();
    for (Attribute field : analysis.catalog.fieldsOf(type)) {
      fields.add(Identifiers.quote(field.name()) + " " + storage(field));
    }
    return "STRUCT(" + String.join(", ", fields) + ")";
  }

  private String storage(Attribute field) {
    if (field.type() == null) {
      return field.engineType();
    }
    PgType element = analysis.coercions.elementOf(field.type());
    if (isComposite(field.type())) {
      return storage(field.type());
    }
    return isComposite(element)
        ? storage(element) + "[]".repeat(field.levels())
        : EngineTypeNames.of(ExpressionType.ofValues(field));
  }

  /** The row that a text stands for when the statement is executed. */
  SqlNode fromText(SqlNode text, PgType type) {
    List<Attribute> fields = analysis.catalog.fieldsOf(type);
    List<Template.Part> parts = new ArrayList<>();
    List<SqlNode> operands = new ArrayList<>(List.of(text));
    parts.add(new Template.Text("list_extract(list_transform([from_json(pg_record_in("));
    parts.add(new Template.Operand(0, true));
    parts.add(
        new Template.Text(
            ", "
                + fields.size()
                + "), '[\"VARCHAR\"]')], lambda record_:"
                + " CASE WHEN record_ IS NOT NULL THEN struct_pack("));
    for (int i = 0; i < fields.size(); i++) {
      parts.add(
          new Template.Text(
              (i > 0 ? ", " : "") + Identifiers.quote(fields.get(i).name()) + " := "));
      parts.add(new Template.Operand(i + 1, true));
      SqlNode element =
          new TemplateCall(
              text.getParserPosition(),
              Template.parse("list_extract(record_, " + (i + 1) + ")"),
              List.of(),
              ExpressionType.of(PgTypes.TEXT));
      SqlNode value =
          analysis.conversion.tryConvert(element, typeOf(fields.get(i)), PgCast.Context.EXPLICIT);
      operands.add(StoredValue.of(value));
    }
    parts.add(new Template.Text(") END), 1)"));
    return new TemplateCall(
        text.getParserPosition(), new Template(parts, true), operands, ExpressionType.of(type));
  }

  /**
   * The text of a row.
   *
   * @return null when its fields are not known
   */
  SqlNode toText(SqlNode row, PgType target) {
    List<SqlNode> fields = fields(row);
    if (fields.isEmpty()) {
      return null;
    }
    List<SqlNode> texts = new ArrayList<>();
    boolean constructed = row instanceof RowCall;
    if (!constructed) {
      texts.add(row);
    }
    for (SqlNode field : fields) {
      texts.add(shown(field));
    }
    return new TemplateCall(
        row.getParserPosition(),
        constructed ? TEXT : TEXT_OR_NULL,
        texts,
        ExpressionType.of(target));
  }

  private SqlNode shown(SqlNode field) {
    ExpressionType type = Typed.of(field);
    if (type == null) {
      throw Analysis.at(
          PgException.notSupported("the text of a value of the engine's own type"), field);
    }
    if (type.type().equals(PgTypes.UNKNOWN)) {
      return analysis.conversion.resolveUnknown(field);
    }
    if (type.type().equals(PgTypes.BOOL)) {
      return new TemplateCall(
          field.getParserPosition(), BOOLEAN, List.of(field), ExpressionType.of(PgTypes.TEXT));
    }
    if (type.type().equals(PgTypes.BPCHAR) && type.typmod() >= 0) {
      String length = Integer.toString(Typmods.characterLength(type.typmod()));
      return new TemplateCall(
          field.getParserPosition(),
          PADDED,
          List.of(field, PgLiteral.number(field.getParserPosition(), length)),
          ExpressionType.of(PgTypes.TEXT));
    }
    SqlNode text = analysis.conversion.tryConvert(field, PgTypes.TEXT, PgCast.Context.EXPLICIT);
    return text == null ? field : text;
  }

  /** The fields of a row one by one; none when they are not known. */
  List<SqlNode> fields(SqlNode row) {
    if (row instanceof RowCall call) {
      return call.fields();
    }
    if (row instanceof ColumnRef reference && !reference.rowFields().isEmpty()) {
      return reference.rowFields().stream().map(ColumnRef.RowField::value).toList();
    }
    ExpressionType type = Typed.of(row);
    if (type == null || !isComposite(analysis.coercions.baseOf(type.type()))) {
      return row instanceof CastCall cast && isRow(Typed.typeOf(cast.operand()))
          ? fields(cast.operand())
          : List.of();
    }
    List<SqlNode> fields = new ArrayList<>();
    for (Attribute field : analysis.catalog.fieldsOf(analysis.coercions.baseOf(type.type()))) {
      fields.add(new FieldCall(row.getParserPosition(), row, field.name(), typeOf(field)));
    }
    return fields;
  }
}
