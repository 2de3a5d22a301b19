package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.TypeKind;
import io.duckgres.pgtype.Typmods;
import io.duckgres.transpiler.plan.PlanParameter.SessionValue;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * Casts: the rows {@code cast(source,target)} where DuckDB's own cast differs, and the modifiers of
 * strings and times, which DuckDB does not have.
 */
final class CastRule implements StructuralRule {
  private static final Template TRUNCATE = Template.parse("left({0}, {1})");
  private static final Template PAD = Template.parse("rtrim(left({0}, {1}), ' ')");

  private final EngineFunctions functions;

  CastRule(EngineFunctions functions) {
    this.functions = functions;
  }

  @Override
  public Class<? extends SqlNode> matches() {
    return CastCall.class;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    CastCall written = (CastCall) node;
    if (NumericForms.isText(written.operand())) {
      SqlNode integer = NumericCasts.integer(written);
      if (integer != null) {
        return integer;
      }
    }
    CastCall cast = fromText(withSignificantCharacters(written));
    ExpressionType target = cast.expressionType();
    ExpressionType source = Typed.of(cast.operand());
    SqlNode converted = source == null ? cast : converted(cast, source.type(), target);
    if (BitCasts.isBit(target.type()) && source != null) {
      return BitCasts.cast(cast, converted, source.type(), target);
    }
    if (target.typmod() < 0) {
      return converted;
    }
    PgType element = PgTypes.elementOf(target.type());
    return target.type().isArray() && element != null && !element.equals(PgTypes.NUMERIC)
        ? modifiedElements(cast, converted, element)
        : modified(cast, converted, target);
  }

  private static CastCall withSignificantCharacters(CastCall cast) {
    return cast.expressionType().type().equals(PgTypes.BPCHAR)
        ? cast
        : (CastCall) cast.mapChildren(SignificantCharacters::of);
  }

  /** A numeric as text serves where text or a float is wanted; all else starts from a DECIMAL. */
  private static CastCall fromText(CastCall cast) {
    if (!NumericForms.isText(cast.operand())) {
      return cast;
    }
    PgType target = cast.expressionType().type();
    boolean direct =
        target.category() == 'S'
            || target.equals(PgTypes.FLOAT4)
            || target.equals(PgTypes.FLOAT8)
            || (target.equals(PgTypes.NUMERIC) && cast.expressionType().typmod() >= 0);
    return direct ? cast : (CastCall) cast.mapChildren(NumericForms::toNative);
  }

  /** A name is cast as text is. */
  private SqlNode converted(CastCall cast, PgType from, ExpressionType to) {
    if (to.type().equals(PgTypes.NAME) && from.category() == 'S' && !from.equals(PgTypes.NAME)) {
      return StoredValueCasts.convert(cast, from, PgTypes.NAME);
    }
    PgType source = from.equals(PgTypes.NAME) ? PgTypes.TEXT : from;
    ExpressionType target = to.type().equals(PgTypes.NAME) ? ExpressionType.of(PgTypes.TEXT) : to;
    if (source.equals(target.type())) {
      return cast;
    }
    if (target.type().category() == 'S' && source.name().startsWith("reg")) {
      return byName(cast, source.name() + "out(" + source.name() + ")", source, target);
    }
    if (source.category() == 'S' && target.type().name().startsWith("reg")) {
      return byName(cast, target.type().name() + "in(text)", source, target);
    }
    if (source.equals(PgTypes.RECORD) || source.kind() == TypeKind.COMPOSITE) {
      throw PgException.notSupported("this cast of a row").withPosition(Positions.start(cast) + 1);
    }
    SqlNode array = ArrayCasts.convert(cast, source, target.type(), this);
    if (array != null) {
      return array;
    }
    SqlNode stored = StoredValueCasts.convert(cast, source, target.type());
    if (stored != null) {
      return stored;
    }
    FunctionRow row = FunctionRows.of("cast(" + source.name() + "," + target.type().name() + ")");
    if (row == null) {
      return cast;
    }
    if (row.refuse() != null) {
      throw PgException.notSupported(row.refuse()).withPosition(Positions.start(cast) + 1);
    }
    if (row.text() != null) {
      return new TemplateCall(
          cast.getParserPosition(),
          row.text(),
          List.of(cast.operand()),
          NumericForms.textForm(ExpressionType.of(target.type())));
    }
    if (row.sql() == null) {
      return cast;
    }
    return new TemplateCall(
        cast.getParserPosition(),
        row.sql(),
        List.of(cast.operand()),
        ExpressionType.of(target.type()));
  }

  /** Between text and regclass or one of its kin, by the type's input or output function. */
  private SqlNode byName(CastCall cast, String signature, PgType source, ExpressionType target) {
    EngineFunctions.EngineFunction function = functions.of(signature);
    if (function == null) {
      throw PgException.notSupported("a cast from " + source.name() + " to " + target.type().name())
          .withPosition(Positions.start(cast) + 1);
    }
    List<SqlNode> arguments = new ArrayList<>(List.of(cast.operand()));
    for (SessionValue value : function.added()) {
      arguments.add(FunctionCallRule.sessionValue(cast.getParserPosition(), value));
    }
    return new TemplateCall(
        cast.getParserPosition(),
        Template.parse(function.engineName() + "({*})"),
        arguments,
        ExpressionType.of(target.type()));
  }

  /** The modifier of an array is that of its elements. */
  private SqlNode modifiedElements(CastCall cast, SqlNode value, PgType element) {
    ExpressionType target = cast.expressionType();
    SqlNode each =
        new TemplateCall(
            cast.getParserPosition(),
            Template.parse("element_"),
            List.of(),
            ExpressionType.of(element));
    SqlNode modified =
        apply(
            new CastCall(
                cast.getParserPosition(),
                each,
                null,
                cast.implicit(),
                ExpressionType.of(element, target.typmod())));
    return modified == each
        ? value
        : new TemplateCall(
            cast.getParserPosition(),
            Template.parse(ArrayShapes.overElements("{0}", target.levels(), "{1}")),
            List.of(unmodified(value), modified),
            target);
  }

  private static SqlNode modified(CastCall cast, SqlNode value, ExpressionType target) {
    PgType type = target.type();
    if (type.equals(PgTypes.VARCHAR) || type.equals(PgTypes.BPCHAR)) {
      return limited(cast, value, target);
    }
    if (type.category() == 'D' || type.equals(PgTypes.INTERVAL)) {
      Template rounded = type.isArray() ? null : TimePrecision.of(type, target.typmod());
      return rounded == null
          ? value
          : new TemplateCall(cast.getParserPosition(), rounded, List.of(unmodified(value)), target);
    }
    if (type.equals(PgTypes.NUMERIC) && NumericCasts.needsText(value, target.typmod())) {
      return NumericCasts.modified(unmodified(value), target);
    }
    if (type.equals(PgTypes.NUMERIC) && value instanceof TemplateCall) {
      return new CastCall(cast.getParserPosition(), value, null, cast.implicit(), target);
    }
    return value;
  }

  private static SqlNode unmodified(SqlNode value) {
    return value instanceof CastCall inner
        ? new CastCall(
            inner.getParserPosition(),
            inner.operand(),
            null,
            true,
            ExpressionType.of(inner.expressionType().type())
                .withLevels(inner.expressionType().levels()))
        : value;
  }

  /**
   * The length of a string: an explicit cast cuts it off, an assignment refuses it unless only
   * blanks are too many.
   */
  private static SqlNode limited(CastCall cast, SqlNode value, ExpressionType target) {
    SqlNode plain = value;
    if (value instanceof CastCall inner) {
      plain =
          new CastCall(
              inner.getParserPosition(),
              inner.operand(),
              null,
              true,
              ExpressionType.of(target.type()));
    }
    int length = Typmods.characterLength(target.typmod());
    boolean blank = target.type().equals(PgTypes.BPCHAR);
    PgLiteral limit = PgLiteral.number(cast.getParserPosition(), Integer.toString(length));
    if (!cast.implicit()) {
      return new TemplateCall(
          cast.getParserPosition(), blank ? PAD : TRUNCATE, List.of(plain, limit), target);
    }
    String typeName = blank ? "character" : "character varying";
    String value0 = blank ? "rtrim({0}, ' ')" : "{0}";
    Template check =
        Template.parse(
            "CASE WHEN length("
                + value0
                + ") > {1} THEN CASE WHEN rtrim(substr({0}, {1} + 1), ' ') = '' THEN left({0}, {1})"
                + " ELSE error('[22001] value too long for type "
                + typeName
                + "("
                + length
                + ")') END ELSE "
                + value0
                + " END");
    return new TemplateCall(cast.getParserPosition(), check, List.of(plain, limit), target);
  }
}
