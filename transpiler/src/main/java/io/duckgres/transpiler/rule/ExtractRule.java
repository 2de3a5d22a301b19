package io.duckgres.transpiler.rule;

import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.PgTypes;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.tree.FunctionCall;
import io.duckgres.transpiler.tree.PgLiteral;
import io.duckgres.transpiler.tree.Positions;
import io.duckgres.transpiler.tree.Template;
import io.duckgres.transpiler.tree.TemplateCall;
import io.duckgres.transpiler.tree.Typed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/**
 * extract, date_part and date_trunc with a constant field.
 *
 * <p>Source: {@code src/backend/utils/adt/timestamp.c} (timestamp_part_common).
 */
final class ExtractRule implements StructuralRule {
  /** Spellings of fields that PostgreSQL understands beside the usual one. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("years", "year"),
          Map.entry("y", "year"),
          Map.entry("months", "month"),
          Map.entry("mon", "month"),
          Map.entry("mons", "month"),
          Map.entry("days", "day"),
          Map.entry("d", "day"),
          Map.entry("hours", "hour"),
          Map.entry("h", "hour"),
          Map.entry("minutes", "minute"),
          Map.entry("min", "minute"),
          Map.entry("mins", "minute"),
          Map.entry("m", "minute"),
          Map.entry("seconds", "second"),
          Map.entry("sec", "second"),
          Map.entry("secs", "second"),
          Map.entry("s", "second"),
          Map.entry("millisecond", "milliseconds"),
          Map.entry("ms", "milliseconds"),
          Map.entry("msec", "milliseconds"),
          Map.entry("microsecond", "microseconds"),
          Map.entry("us", "microseconds"),
          Map.entry("usec", "microseconds"),
          Map.entry("weeks", "week"),
          Map.entry("w", "week"),
          Map.entry("qtr", "quarter"),
          Map.entry("decades", "decade"),
          Map.entry("centuries", "century"),
          Map.entry("c", "century"),
          Map.entry("millennia", "millennium"),
          Map.entry("mil", "millennium"));

  private static final Set<String> OF_DATES =
      Set.of(
          "century",
          "decade",
          "millennium",
          "year",
          "isoyear",
          "quarter",
          "month",
          "week",
          "day",
          "dow",
          "isodow",
          "doy");
  private static final Set<String> OF_TIMES =
      Set.of("hour", "minute", "second", "milliseconds", "microseconds");
  private static final Set<String> OF_INTERVALS =
      Set.of("century", "decade", "millennium", "year", "quarter", "month", "day");

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
    if (call.proc() == null || call.arguments().size() != 2) {
      return call;
    }
    String name = call.proc().name();
    boolean extract = name.equals("extract") || name.equals("date_part");
    if (!extract && !name.equals("date_trunc")) {
      return call;
    }
    PgType type = Typed.typeOf(call.arguments().get(1));
    if (!(call.arguments().get(0) instanceof PgLiteral literal)) {
      throw PgException.notSupported(name + " of a field that is not a constant")
          .withPosition(Positions.start(call) + 1);
    }
    if (literal.text() == null || type == null) {
      return call;
    }
    String written = literal.text().toLowerCase(Locale.ROOT);
    String field = FIELDS.getOrDefault(written, written);
    String sql =
        extract
            ? part(field, written, type, call.expressionType().type())
            : truncated(field, written, type);
    return new TemplateCall(
        call.getParserPosition(),
        Template.parse(sql),
        List.of(call.arguments().get(1)),
        call.expressionType());
  }

  private static String part(String field, String written, PgType type, PgType result) {
    String value = numeric(field, written, type);
    return result.equals(PgTypes.FLOAT8) ? "CAST(" + value + " AS DOUBLE)" : value;
  }

  private static String numeric(String field, String written, PgType type) {
    boolean date = type.equals(PgTypes.DATE);
    boolean time = type.equals(PgTypes.TIME) || type.equals(PgTypes.TIMETZ);
    boolean interval = type.equals(PgTypes.INTERVAL);
    if (field.equals("epoch")) {
      return epoch(type);
    }
    if (field.equals("year") && !interval && !time) {
      // PostgreSQL has no year 0.
      return "CAST(CASE WHEN year({0}) <= 0 THEN year({0}) - 1 ELSE year({0}) END AS DECIMAL(10,0))";
    }
    if (!date && field.equals("second")) {
      return "CAST(microsecond({0}) / 1000000.0 AS DECIMAL(8,6))";
    }
    if (!date && field.equals("milliseconds")) {
      return "CAST(microsecond({0}) / 1000.0 AS DECIMAL(8,3))";
    }
    if (!date && field.equals("microseconds")) {
      return "CAST(microsecond({0}) AS DECIMAL(10,0))";
    }
    boolean zoned = type.equals(PgTypes.TIMESTAMPTZ) || type.equals(PgTypes.TIMETZ);
    if (zoned && Set.of("timezone", "timezone_hour", "timezone_minute").contains(field)) {
      return "CAST(date_part('" + field + "', {0}) AS DECIMAL(10,0))";
    }
    Set<String> allowed = time ? Set.of() : interval ? OF_INTERVALS : OF_DATES;
    if (allowed.contains(field) || (!date && OF_TIMES.contains(field))) {
      return "CAST(date_part('" + field + "', {0}) AS DECIMAL(18,0))";
    }
    throw unknown(field, written, type);
  }

  private static String epoch(PgType type) {
    if (type.equals(PgTypes.DATE)) {
      return "CAST(epoch_us({0}) / 1000000 AS DECIMAL(18,0))";
    }
    if (type.equals(PgTypes.INTERVAL)) {
      // A year counts 365.25 days, a month 30.
      return "CAST((CAST(year({0}) AS DECIMAL(10,0)) * 31557600"
          + " + CAST(month({0}) AS DECIMAL(10,0)) * 2592000"
          + " + CAST(day({0}) AS DECIMAL(10,0)) * 86400"
          + " + CAST(hour({0}) AS DECIMAL(12,0)) * 3600"
          + " + minute({0}) * 60) AS DECIMAL(24,6))"
          + " + CAST(microsecond({0}) / 1000000.0 AS DECIMAL(8,6))";
    }
    return "CAST(CAST(epoch_us({0}) AS DECIMAL(20,0)) * 0.000001 AS DECIMAL(24,6))";
  }

  private static String truncated(String field, String written, PgType type) {
    boolean interval = type.equals(PgTypes.INTERVAL);
    if (!interval && (field.equals("century") || field.equals("millennium"))) {
      // Centuries begin with a year 1, where DuckDB counts from year 0.
      return "date_trunc('" + field + "', {0} - INTERVAL 1 YEAR) + INTERVAL 1 YEAR";
    }
    boolean known =
        OF_TIMES.contains(field)
            || Set.of("day", "week", "month", "quarter", "year", "decade").contains(field);
    if (!known || (interval && field.equals("week"))) {
      throw unknown(field, written, type);
    }
    return "date_trunc('" + field + "', {0})";
  }

  private static PgException unknown(String field, String written, PgType type) {
    boolean exists =
        OF_DATES.contains(field)
            || OF_TIMES.contains(field)
            || Set.of("timezone", "timezone_hour", "timezone_minute", "julian").contains(field);
    String spelled = TypeNames.format(type);
    return exists
        ? new PgException(
            SqlState.FEATURE_NOT_SUPPORTED,
            "unit \"" + written + "\" not supported for type " + spelled)
        : new PgException(
            SqlState.INVALID_PARAMETER_VALUE,
            "unit \"" + written + "\" not recognized for type " + spelled);
  }
}
