package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.transpiler.plan.PlanParameter;
import io.duckgres.transpiler.plan.PlanParameter.SessionValue;
import io.duckgres.transpiler.tree.CastCall;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.ParameterRef;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.value.ValueForm;
import io.duckgres.value.ValueForms;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Casts from and to text of types that are stored as text of a form of their own. */
final class StoredValueCasts {
  private static final Template IN = Template.parse("pg_value_in({0}, {1})");
  private static final Template NAME =
      Template.parse("CASE WHEN strlen({0}) > 63 THEN pg_value_in({0}, 'name') ELSE {0} END");
  private static final Template OUT = Template.parse("pg_value_out({0}, {1})");
  private static final Template IN_BY = Template.parse("pg_value_in_by({0}, {1}, {2}, {3})");
  private static final Template OUT_BY = Template.parse("pg_value_out_by({0}, {1}, {2}, {3})");
  private static final Template ADDRESS = Template.parse("pg_inet_text({0})");

  private StoredValueCasts() {}

  /** The cast in the engine's words; null when it is none of these. */
  static SqlNode convert(CastCall cast, PgType source, PgType target) {
    ValueForm to = ValueForms.of(target);
    ValueForm from = ValueForms.of(source);
    if (target.equals(PgTypes.NAME) && source.category() == 'S') {
      return template(cast, NAME, List.of(cast.operand()), target);
    }
    if (to != null && from == null && source.category() == 'S') {
      return readsSettings(target)
          ? template(cast, IN_BY, bySettings(cast.operand(), target), target)
          : template(cast, IN, List.of(cast.operand(), JsonValues.string(target.name())), target);
    }
    if (from == null || to != null || target.category() != 'S') {
      return null;
    }
    if (source.category() == 'I') {
      return template(cast, ADDRESS, List.of(cast.operand()), target);
    }
    if (source.equals(PgTypes.CHAR)) {
      return template(cast, OUT, List.of(cast.operand(), JsonValues.string(source.name())), target);
    }
    return readsSettings(source)
        ? template(cast, OUT_BY, bySettings(cast.operand(), source), target)
        : cast;
  }

  /**
   * The cast of one element of an array; null when it is none of these.
   *
   * @throws PgException 0A000 where the session's settings would decide
   */
  static Template elementCast(PgType source, PgType target, CastCall cast) {
    ValueForm to = ValueForms.of(target);
    ValueForm from = ValueForms.of(source);
    boolean reads = to != null && from == null && source.category() == 'S';
    boolean writes = from != null && to == null && target.category() == 'S';
    if (reads && readsSettings(target) || writes && readsSettings(source)) {
      throw PgException.notSupported(
              "a cast between texts and arrays of " + (reads ? target : source))
          .withPosition(Positions.start(cast) + 1);
    }
    if (reads) {
      return Template.parse("pg_value_in({0}, '" + target.name() + "')");
    }
    return writes && source.category() == 'I' ? ADDRESS : null;
  }

  /** Whether the session's settings decide what its texts mean and look like. */
  static boolean readsSettings(PgType type) {
    ValueForm form = ValueForms.of(type);
    return form != null && form.readsSettings();
  }

  private static List<SqlNode> bySettings(SqlNode value, PgType type) {
    SqlParserPos position = value.getParserPosition();
    return List.of(
        value,
        JsonValues.string(type.name()),
        setting(position, "DateStyle"),
        setting(position, "TimeZone"));
  }

  private static SqlNode setting(SqlParserPos position, String name) {
    return new ParameterRef(
        position,
        new PlanParameter.Session(SessionValue.SETTING, name),
        ExpressionType.of(PgTypes.TEXT));
  }

  private static SqlNode template(
      CastCall cast, Template template, List<SqlNode> operands, PgType target) {
    return new TemplateCall(
        cast.getParserPosition(), template, operands, ExpressionType.of(target));
  }
}
