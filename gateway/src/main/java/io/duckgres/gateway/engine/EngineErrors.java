package io.duckgres.gateway.engine;

import io.duckgres.catalog.scalar.RaisedError;
import io.duckgres.gateway.engine.EngineException.Details;
import io.duckgres.pgtype.DuckDbTypes;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.PgType;
import io.duckgres.pgtype.SqlState;
import io.duckgres.pgtype.TypeNames;
import io.duckgres.transpiler.plan.EngineStep;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the engine's errors into PostgreSQL's, by the rows of {@link EngineErrorRows}. */
public final class EngineErrors {
  private static final Logger LOG = LoggerFactory.getLogger(EngineErrors.class);

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(?::([a-z]+))?}");

  /** One entry of a key: DuckDB separates them by a comma and a space. */
  private static final Pattern KEY_ENTRY = Pattern.compile("(?:^|, )([^:,]+): ");

  /** DuckDB's names of physical types, which its conversion errors use. */
  private static final Map<String, String> PHYSICAL =
      Map.ofEntries(
          Map.entry("BOOL", "boolean"),
          Map.entry("INT8", "smallint"),
          Map.entry("INT16", "smallint"),
          Map.entry("INT32", "integer"),
          Map.entry("INT64", "bigint"),
          Map.entry("INT128", "uuid"),
          Map.entry("UINT8", "smallint"),
          Map.entry("UINT16", "integer"),
          Map.entry("UINT32", "bigint"),
          Map.entry("UINT64", "numeric"),
          Map.entry("FLOAT", "real"),
          Map.entry("DOUBLE", "double precision"),
          Map.entry("STRING_LITERAL", "unknown"),
          Map.entry("INTEGER_LITERAL", "integer"),
          Map.entry("NULL", "unknown"),
          Map.entry("\"NULL\"", "unknown"),
          Map.entry("UNKNOWN", "unknown"),
          Map.entry("TIMESTAMP", "timestamp without time zone"),
          Map.entry("DECIMAL", "numeric"));

  /** States of errors that PostgreSQL finds while it computes, and shows no place for. */
  private static final Set<SqlState> WITHOUT_POSITION =
      Set.of(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, SqlState.DIVISION_BY_ZERO);

  private EngineErrors() {}

  /**
   * PostgreSQL's error for an error of a statement that the transpiler made.
   *
   * @param step what was prepared or executed
   * @param statement the client's statement, which the step's source map points into
   * @return with its position in {@code statement}, 1-based in code points, 0 when there is none
   */
  public static PgException translate(EngineException error, EngineStep step, String statement) {
    int offset = offset(error.details(), step.sql());
    int source = offset < 0 ? -1 : step.sourceMap().sourceOf(offset);
    return withPosition(translate(error), statement, source);
  }

  /** PostgreSQL's error for an error of a statement that reached the engine unchanged. */
  public static PgException translate(EngineException error, String statement) {
    return withPosition(translate(error), statement, offset(error.details(), statement));
  }

  /** PostgreSQL's error, without position. */
  public static PgException translate(EngineException error) {
    Details details = error.details();
    PgException raised = RaisedError.read(details.text());
    if (raised != null) {
      return raised.withCause(error);
    }
    for (EngineErrorRows.Row row : EngineErrorRows.ROWS) {
      if (row.kind() != null && !row.kind().equalsIgnoreCase(details.kind())) {
        continue;
      }
      Matcher matcher = row.pattern().matcher(details.text());
      if (matcher.matches()) {
        PgException translated =
            new PgException(row.state(), fill(row.message(), matcher)).withCause(error);
        return row.detail() == null
            ? translated
            : translated.withDetail(fill(row.detail(), matcher));
      }
    }
    LOG.error("error of the engine without a translation", error);
    return new PgException(SqlState.INTERNAL_ERROR_, "internal error of the engine")
        .withCause(error);
  }

  /** The UTF-16 offset of the error in the engine's SQL, -1 when it has none. */
  private static int offset(Details details, String sql) {
    if (details.position() < 0) {
      return -1;
    }
    // DuckDB counts bytes.
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(details.position(), bytes.length);
    return new String(bytes, 0, length, StandardCharsets.UTF_8).length();
  }

  private static PgException withPosition(PgException error, String statement, int offset) {
    if (WITHOUT_POSITION.contains(error.state()) || offset < 0 || offset > statement.length()) {
      return error;
    }
    return error.withPosition(statement.codePointCount(0, offset) + 1);
  }

  private static String fill(String template, Matcher matcher) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            found -> {
              String value = matcher.group(Integer.parseInt(found.group(1)));
              String how = found.group(2);
              return Matcher.quoteReplacement(
                  value == null ? "" : how == null ? value : show(value, how));
            });
  }

  /** What a numeric field holds, of its precision and scale. */
  private static String numericField(String value) {
    String[] parts = value.split(",");
    int most = Integer.parseInt(parts[0]) - Integer.parseInt(parts[1]);
    return "A field with precision "
        + parts[0]
        + ", scale "
        + parts[1]
        + " must round to an absolute value less than "
        + (most == 0 ? "1" : "10^" + most)
        + ".";
  }

  private static String show(String value, String how) {
    return switch (how) {
      case "type" -> typeName(value);
      case "types" -> typeNames(value);
      case "columns" -> key(value, true);
      case "values" -> key(value, false);
      case "field" -> numericField(value);
      case "lower" -> value.toLowerCase(Locale.ROOT);
      case "line" -> value.lines().findFirst().orElse("").trim();
      default -> throw new IllegalStateException("unknown form " + how);
    };
  }

  private static String typeNames(String list) {
    if (list.isBlank()) {
      return "";
    }
    List<String> names = new ArrayList<>();
    for (String type : splitTopLevel(list)) {
      names.add(typeName(type.trim()));
    }
    return String.join(", ", names);
  }

  private static List<String> splitTopLevel(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(list.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(list.substring(start));
    return parts;
  }

  private static String typeName(String engineType) {
    String type = engineType.trim();
    String physical = PHYSICAL.get(type.toUpperCase(Locale.ROOT));
    if (physical != null) {
      return physical;
    }
    PgType shown = DuckDbTypes.shownAs(type.toUpperCase(Locale.ROOT)).type();
    return shown == null ? type.toLowerCase(Locale.ROOT) : TypeNames.format(shown);
  }

  private static String key(String key, boolean columns) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    Matcher entry = KEY_ENTRY.matcher(key);
    int valueStart = -1;
    while (entry.find()) {
      if (valueStart >= 0) {
        values.add(key.substring(valueStart, entry.start()));
      }
      names.add(entry.group(1));
      valueStart = entry.end();
    }
    if (valueStart < 0) {
      return key;
    }
    values.add(key.substring(valueStart));
    return String.join(", ", columns ? names : values);
  }
}
