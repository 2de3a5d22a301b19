package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.datetime.DateTimeUnit;
import io.duckgres.pgtype.datetime.DateTimeUnits;
import io.duckgres.transpiler.tree.ExpressionType;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlNode;

/**
 * extract, date_part and date_trunc.
 *
 * <p>Source: {@code src/backend/utils/adt/timestamp.c} (timestamp_part_common, timestamp_trunc).
 */
final class ExtractRule implements StructuralRule {
  @Override
  public Class<? extends SqlNode> matches() {
    return FunctionCall.class;
  }

  @Override
  public boolean beforeChildren() {
    return true;
  }

  @Override
  public SqlNode apply(SqlNode node) {
    FunctionCall call = (FunctionCall) node;
    if (call.proc() == null || call.arguments().size() < 2) {
      return call;
    }
    String name = call.proc().name();
    boolean extract = name.equals("extract") || name.equals("date_part");
    if (!extract && !name.equals("date_trunc")) {
      return call;
    }
    PgType type = Typed.typeOf(call.arguments().get(1));
    if (type == null) {
      return call;
    }
    // date_part of a date is that of its midnight.
    PgType named = type;
    if (name.equals("date_part") && type.equals(PgTypes.DATE)) {
      named = PgTypes.TIMESTAMP;
    }
    if (!(call.arguments().get(0) instanceof PgLiteral literal)) {
      return extract ? variablePart(call, named) : variableTrunc(call, type);
    }
    if (literal.text() == null) {
      return new TemplateCall(
          call.getParserPosition(), Template.parse("NULL"), List.of(), call.expressionType());
    }
    return extract
        ? part(call, literal.text(), type, named)
        : template(
            call,
            DateTimeTrunc.sql(
                DateTimeUnits.of(literal.text(), type, true), type, call.arguments().size() > 2),
            values(call));
  }

  private static List<SqlNode> values(FunctionCall call) {
    return call.arguments().subList(1, call.arguments().size());
  }

  private static SqlNode template(FunctionCall call, String sql, List<SqlNode> operands) {
    return new TemplateCall(
        call.getParserPosition(), Template.parse(sql), operands, call.expressionType());
  }

  private static SqlNode part(FunctionCall call, String written, PgType type, PgType named) {
    DateTimeUnit unit = DateTimeUnits.of(written, named, false);
    SqlNode value = call.arguments().get(1);
    if (call.expressionType().type().equals(PgTypes.FLOAT8)) {
      PgType of = DateTimeUnits.hasPart(type, unit) ? type : named;
      return template(call, floating(unit, of, !of.equals(type)), List.of(value));
    }
    ExpressionType result = call.expressionType();
    String infinite = infinity(value);
    if (infinite != null) {
      return DateTimePart.isMonotonic(type, unit)
          ? new TemplateCall(
              call.getParserPosition(),
              Template.parse("'" + infinite + "'"),
              List.of(),
              NumericForms.textForm(result))
          : template(call, "NULL", List.of());
    }
    String sql = DateTimePart.numeric(type, unit);
    if (DateTimePart.isText(type, unit)) {
      return new TemplateCall(
          call.getParserPosition(),
          Template.parse(sql),
          List.of(value),
          NumericForms.textForm(result));
    }
    return template(call, sql, List.of(value));
  }

  private static String infinity(SqlNode value) {
    if (value instanceof PgLiteral literal && literal.text() != null) {
      String text = literal.text();
      if (text.equals("infinity") || text.startsWith("2147483647 months 2147483647 days")) {
        return "Infinity";
      }
      if (text.equals("-infinity") || text.startsWith("-2147483648 months -2147483648 days")) {
        return "-Infinity";
      }
    }
    return null;
  }

  private static String floating(DateTimeUnit unit, PgType type, boolean ofDate) {
    String sql = DateTimePart.floating(type, unit);
    if (ofDate) {
      sql = sql.replace("{0}", "CAST({0} AS TIMESTAMP)");
    }
    if (type.equals(PgTypes.TIME) || type.equals(PgTypes.TIMETZ)) {
      return sql;
    }
    boolean interval = type.equals(PgTypes.INTERVAL);
    boolean monotonic = DateTimePart.isMonotonic(type, unit);
    if (!monotonic && !interval) {
      return sql;
    }
    String infinity =
        monotonic
            ? "CAST(CASE WHEN {0} > "
                + (interval ? "to_months(0)" : "DATE '2000-01-01'")
                + " THEN 'Infinity' ELSE '-Infinity' END AS DOUBLE)"
            : "NULL";
    return "CASE WHEN "
        + (interval ? "{0} NOT BETWEEN " + IntervalBounds.FINITE : "isinf({0})")
        + " THEN "
        + infinity
        + " ELSE "
        + sql
        + " END";
  }

  /** The field comes from a column. */
  private static SqlNode variablePart(FunctionCall call, PgType type) {
    if (!call.expressionType().type().equals(PgTypes.FLOAT8)) {
      throw PgException.notSupported("extract of a field that is not a constant");
    }
    StringBuilder sql = new StringBuilder("CASE ").append(variableUnit(type, false));
    for (DateTimeUnit unit : DateTimeUnit.values()) {
      if (DateTimeUnits.hasPart(type, unit)) {
        sql.append(" WHEN '").append(unit.name()).append("' THEN ");
        sql.append(floating(unit, type, false).replace("{0}", "{1}"));
      }
    }
    List<SqlNode> operands = new ArrayList<>(call.arguments());
    return template(call, sql.append(" END").toString(), operands);
  }

  private static SqlNode variableTrunc(FunctionCall call, PgType type) {
    boolean zoned = call.arguments().size() > 2;
    StringBuilder sql = new StringBuilder("CASE ").append(variableUnit(type, true));
    for (DateTimeUnit unit : DateTimeUnit.values()) {
      if (DateTimeUnits.hasTrunc(type, unit)) {
        sql.append(" WHEN '").append(unit.name()).append("' THEN ");
        sql.append(
            DateTimeTrunc.sql(unit, type, zoned).replace("{1}", "{2}").replace("{0}", "{1}"));
      }
    }
    return template(call, sql.append(" END").toString(), call.arguments());
  }

  /** The engine's function that finds out the unit, or raises PostgreSQL's error. */
  private static String variableUnit(PgType type, boolean trunc) {
    return "pg_unit({0}, '" + type.name() + "', " + trunc + ")";
  }
}
