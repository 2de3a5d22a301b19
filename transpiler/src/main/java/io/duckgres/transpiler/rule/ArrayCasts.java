package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/** Casts from and to arrays: as text in braces, and element by element where the engine differs. */
final class ArrayCasts {
  /** Vectors are written without braces. */
  private static final Template VECTOR_TEXT = Template.parse("array_to_string({0}, ' ')");

  private static final Template VECTOR_OF_TEXT =
      Template.parse(
          "CASE WHEN trim({0}) = '' THEN CAST([] AS {result})"
              + " ELSE CAST(string_split_regex(trim({0}), '\\s+') AS {result}) END");

  private ArrayCasts() {}

  /** The cast in the engine's words; null when it is none of these. */
  static SqlNode convert(CastCall cast, PgType source, PgType target, CastRule casts) {
    boolean isVector = target.category() == 'S' ? isVector(source) : isVector(target);
    if (isVector && (source.category() == 'S' || target.category() == 'S')) {
      Template template = isVector(source) ? VECTOR_TEXT : VECTOR_OF_TEXT;
      return new TemplateCall(
          cast.getParserPosition(), template, List.of(cast.operand()), cast.expressionType());
    }
    if (target.isArray() && source.category() == 'S') {
      return fromText(cast, target);
    }
    if (source.isArray() && target.category() == 'S') {
      SqlNode texts = JsonValues.elementTexts(cast.operand(), source, casts);
      return texts == null
          ? JsonValues.arrayText(cast.operand(), source, target)
          : JsonValues.arrayText(texts, PgTypes.arrayOf(PgTypes.TEXT), target);
    }
    return source.isArray() && target.isArray() ? elements(cast, source, target) : null;
  }

  private static boolean isVector(PgType type) {
    return type.equals(PgTypes.INT2VECTOR) || type.equals(PgTypes.OIDVECTOR);
  }

  private static SqlNode fromText(CastCall cast, PgType target) {
    PgType element = PgTypes.elementOf(target);
    if (element == null) {
      return null;
    }
    int levels = cast.expressionType().levels();
    ExpressionType texts = ExpressionType.of(PgTypes.arrayOf(PgTypes.TEXT)).withLevels(levels);
    SqlNode list =
        new TemplateCall(
            cast.getParserPosition(),
            fromText(levels),
            List.of(cast.operand(), JsonValues.string(String.valueOf(element.delimiter()))),
            texts);
    Template input = StoredValueCasts.elementCast(PgTypes.TEXT, element, cast);
    if (input != null) {
      return overElements(cast, input, list, target);
    }
    return element.equals(PgTypes.TEXT)
        ? list
        : new CastCall(
            cast.getParserPosition(),
            list,
            null,
            true,
            ExpressionType.of(target).withLevels(levels));
  }

  private static Template fromText(int levels) {
    return Template.parse(
        "from_json(pg_array_in({0}, {1}, "
            + levels
            + "), '"
            + "[".repeat(levels)
            + "\"VARCHAR\""
            + "]".repeat(levels)
            + "')");
  }

  private static SqlNode elements(CastCall cast, PgType source, PgType target) {
    PgType from = PgTypes.elementOf(source);
    PgType to = PgTypes.elementOf(target);
    if (from == null || to == null) {
      return null;
    }
    Template stored = StoredValueCasts.elementCast(from, to, cast);
    if (stored != null) {
      return overElements(cast, stored, cast.operand(), target);
    }
    FunctionRow row = FunctionRows.of("cast(" + from.name() + "," + to.name() + ")");
    if (row == null || row.sql() == null) {
      return null;
    }
    return overElements(cast, row.sql(), cast.operand(), target);
  }

  private static SqlNode overElements(CastCall cast, Template each, SqlNode list, PgType target) {
    StringBuilder body = new StringBuilder();
    for (Template.Part part : each.parts()) {
      body.append(part instanceof Template.Text text ? text.text() : "(element_)");
    }
    int levels = Typed.levelsOf(list);
    String text = ArrayShapes.overElements("{0}", levels, body.toString());
    return new TemplateCall(
        cast.getParserPosition(),
        Template.parse(text),
        List.of(list),
        ExpressionType.of(target).withLevels(levels));
  }
}
