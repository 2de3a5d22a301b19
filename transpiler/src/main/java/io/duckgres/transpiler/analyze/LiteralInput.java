package io.duckgres.transpiler.analyze;

import io.duckgres.json.JsonReader;
import io.duckgres.json.Jsonb;
import io.duckgres.json.path.JsonPath;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.transpiler.input.ArrayInput;
import io.duckgres.transpiler.input.BooleanInput;
import io.duckgres.transpiler.input.ByteaInput;
import io.duckgres.transpiler.input.IntervalLiteral;
import io.duckgres.transpiler.input.NumberInput;
import io.duckgres.transpiler.input.UuidInput;
import io.duckgres.transpiler.tree.ArrayCall;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.value.MoneyText;
import io.duckgres.value.ValueForm;
import io.duckgres.value.ValueForms;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Gives a literal of unknown type the type that its context wants, by that type's input function.
 * Errors stand at the literal, as in PostgreSQL.
 */
final class LiteralInput {
  private final Analysis analysis;
  private final OidLiterals oids;
  private final RowConversion rows;

  LiteralInput(Analysis analysis, RowConversion rows) {
    this.analysis = analysis;
    this.rows = rows;
    this.oids = new OidLiterals(analysis);
  }

  /** The literal as a constant of {@code type}, its modifier not applied yet. */
  SqlNode convert(PgLiteral literal, PgType type) {
    PgType base = analysis.coercions.baseOf(type);
    if (literal.isNullValue()) {
      return literal.typed(ExpressionType.of(type));
    }
    try {
      return byType(literal, base, type);
    } catch (PgException e) {
      throw Analysis.at(e, literal);
    }
  }

  /** Types whose constants are shown as they were written. */
  private static boolean keepsText(PgType base) {
    return base.isArray()
        || RowConversion.isComposite(base)
        || OidLiterals.handles(base)
        || ValueForms.of(base) != null;
  }

  /** A name loses a schema that is searched anyway. */
  private String shownText(String text, PgType base) {
    int dot = text.indexOf('.');
    boolean searched =
        base.equals(PgTypes.REGCLASS)
            && dot > 0
            && analysis.context.searchPath().contains(text.substring(0, dot));
    return searched ? text.substring(dot + 1) : text;
  }

  private SqlNode byType(PgLiteral literal, PgType base, PgType type) {
    String text = literal.text();
    SqlParserPos position = literal.getParserPosition();
    if (analysis.keepsForm && keepsText(base)) {
      return new PgLiteral(position, shownText(text, base), ExpressionType.of(type));
    }
    if (base.isArray()) {
      return array(position, text, base);
    }
    if (base.kind() == TypeKind.ENUM) {
      return enumLabel(literal, base);
    }
    if (RowConversion.isComposite(base)) {
      return rows.literal(literal, base);
    }
    ValueForm form = ValueForms.of(base);
    if (form != null) {
      String stored = form.read(text, DateTimeLiterals.settings(analysis.context));
      return new PgLiteral(position, stored, ExpressionType.of(type));
    }
    String normal;
    if (base.equals(PgTypes.BOOL)) {
      normal = BooleanInput.parse(text) ? "true" : "false";
    } else if (base.equals(PgTypes.INT2)
        || base.equals(PgTypes.INT4)
        || base.equals(PgTypes.INT8)
        || base.equals(PgTypes.OID)) {
      normal = NumberInput.integer(text, base);
    } else if (base.equals(PgTypes.FLOAT4) || base.equals(PgTypes.FLOAT8)) {
      normal = NumberInput.floating(text, base);
    } else if (base.equals(PgTypes.NUMERIC)) {
      normal = NumberInput.numeric(text);
    } else if (base.equals(PgTypes.UUID)) {
      normal = UuidInput.parse(text);
    } else if (base.equals(PgTypes.BYTEA)) {
      normal = "\\x" + HexFormat.of().formatHex(ByteaInput.parse(text));
    } else if (base.equals(PgTypes.JSON)) {
      JsonReader.json(text);
      normal = text;
    } else if (base.equals(PgTypes.JSONPATH)) {
      normal = JsonPath.parse(text).toString();
    } else if (base.equals(PgTypes.JSONB)) {
      normal = Jsonb.canonical(text);
    } else if (base.equals(PgTypes.MONEY)) {
      normal = Long.toString(MoneyText.read(text));
    } else if (isDateTime(base)) {
      return DateTimeLiterals.convert(literal, base, type, analysis.context);
    } else if (base.equals(PgTypes.INTERVAL)) {
      normal = IntervalLiteral.normal(text, -1, DateTimeLiterals.isSqlStandard(analysis.context));
    } else if (OidLiterals.handles(base)) {
      return oids.convert(literal, base);
    } else {
      normal = text;
    }
    return new PgLiteral(position, normal, ExpressionType.of(type));
  }

  private static boolean isDateTime(PgType type) {
    return type.equals(PgTypes.DATE)
        || type.equals(PgTypes.TIME)
        || type.equals(PgTypes.TIMETZ)
        || type.equals(PgTypes.TIMESTAMP)
        || type.equals(PgTypes.TIMESTAMPTZ);
  }

  private SqlNode enumLabel(PgLiteral literal, PgType type) {
    if (!analysis.catalog.labelsOf(type).contains(literal.text())) {
      throw new PgException(
          SqlState.INVALID_TEXT_REPRESENTATION,
          "invalid input value for enum " + type.name() + ": \"" + literal.text() + "\"");
    }
    return literal.typed(ExpressionType.of(type));
  }

  private SqlNode array(SqlParserPos position, String text, PgType array) {
    PgType element = analysis.catalog.elementOf(array);
    if (array.equals(PgTypes.INT2VECTOR) || array.equals(PgTypes.OIDVECTOR)) {
      return vector(position, text, array, element);
    }
    List<Object> parsed =
        ArrayInput.parse(
            text,
            element.delimiter(),
            value -> convert(PgLiteral.string(position, value), element));
    return elements(position, parsed, array, element);
  }

  private SqlNode elements(SqlParserPos position, List<?> parsed, PgType array, PgType element) {
    List<SqlNode> nodes = new ArrayList<>();
    for (Object item : parsed) {
      if (item instanceof List<?> nested) {
        nodes.add(elements(position, nested, array, element));
      } else {
        nodes.add(
            item == null ? convert(PgLiteral.string(position, null), element) : (SqlNode) item);
      }
    }
    return arrayOf(position, nodes, array);
  }

  /** An empty ARRAY[] would have no type for the engine: it is cast. */
  private static SqlNode arrayOf(SqlParserPos position, List<SqlNode> nodes, PgType array) {
    int levels = 1;
    for (SqlNode node : nodes) {
      levels = node instanceof ArrayCall inner ? inner.expressionType().levels() + 1 : levels;
    }
    ExpressionType type = ExpressionType.of(array).withLevels(levels);
    ArrayCall call = new ArrayCall(position, nodes, type);
    return nodes.isEmpty()
        ? new CastCall(position, call, null, true, ExpressionType.of(array))
        : call;
  }

  private SqlNode vector(SqlParserPos position, String text, PgType array, PgType element) {
    List<SqlNode> nodes = new ArrayList<>();
    for (String word : text.strip().split(" +")) {
      if (!word.isEmpty()) {
        nodes.add(convert(PgLiteral.string(position, word), element));
      }
    }
    return arrayOf(position, nodes, array);
  }
}
