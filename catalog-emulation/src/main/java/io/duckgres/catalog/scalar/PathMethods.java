package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonValue;
import io.duckgres.json.JsonValue.Kind;
import io.duckgres.json.JsonValue.Member;
import io.duckgres.json.Jsonb;
import io.duckgres.json.path.PathStep;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Methods of paths.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonpath_exec.c} (executeItemOptUnwrapTarget and what it
 * calls).
 */
final class PathMethods {
  private static final Set<String> OF_WHOLE_ARRAYS = Set.of("type", "size");
  private static final BigDecimal MOST_DOUBLE = new BigDecimal(Double.MAX_VALUE);

  private final PathExecutor executor;

  PathMethods(PathExecutor executor) {
    this.executor = executor;
  }

  /** Whether lax mode applies the method to the elements of an array. */
  boolean unwraps(String method) {
    return !OF_WHOLE_ARRAYS.contains(method);
  }

  void call(PathStep.Method method, PathItem item, Consumer<PathItem> out) {
    String name = method.name();
    switch (name) {
      case "type" -> out.accept(string(item.typeName()));
      case "size" -> out.accept(size(item));
      case "abs" -> out.accept(numeric(item, name, BigDecimal::abs));
      case "floor" -> out.accept(numeric(item, name, n -> n.setScale(0, RoundingMode.FLOOR)));
      case "ceiling" -> out.accept(numeric(item, name, n -> n.setScale(0, RoundingMode.CEILING)));
      case "double" -> out.accept(PathExecutor.number(toDouble(item)));
      case "bigint" -> out.accept(whole(item, name, "bigint", BigInteger.valueOf(Long.MIN_VALUE)));
      case "integer" ->
          out.accept(whole(item, name, "integer", BigInteger.valueOf(Integer.MIN_VALUE)));
      case "number" -> out.accept(PathExecutor.number(toNumber(item, name)));
      case "decimal" -> out.accept(PathExecutor.number(decimal(method, item)));
      case "boolean" -> out.accept(PathItem.of(JsonValue.bool(toBoolean(item))));
      case "string" -> out.accept(string(text(item)));
      case "keyvalue" -> members(item, out);
      default -> out.accept(PathItem.of(time(method, item)));
    }
  }

  private static PathItem string(String text) {
    return PathItem.of(JsonValue.string(text));
  }

  private static String of(String name) {
    return "jsonpath item method ." + name + "()";
  }

  private PathItem size(PathItem item) {
    if (!item.isArray() && !executor.lax()) {
      throw new PathError(
          SqlState.SQL_JSON_ARRAY_NOT_FOUND, of("size") + " can only be applied to an array");
    }
    int size = item.isArray() ? item.json().elements().size() : 1;
    return PathExecutor.number(BigDecimal.valueOf(size));
  }

  private static PathItem numeric(PathItem item, String name, UnaryOperator<BigDecimal> function) {
    if (!item.is(Kind.NUMBER)) {
      throw nonNumeric(of(name) + " can only be applied to a numeric value");
    }
    return PathExecutor.number(function.apply(item.json().number()));
  }

  private static PathError nonNumeric(String message) {
    return new PathError(SqlState.NON_NUMERIC_SQL_JSON_ITEM, message);
  }

  private static PathError invalid(String argument, String name, String type) {
    return nonNumeric(
        "argument \"" + argument + "\" of " + of(name) + " is invalid for type " + type);
  }

  private static PathError notStringOrNumber(String name) {
    return nonNumeric(of(name) + " can only be applied to a string or numeric value");
  }

  private static BigDecimal toDouble(PathItem item) {
    if (item.is(Kind.NUMBER)) {
      BigDecimal number = item.json().number();
      if (number.abs().compareTo(MOST_DOUBLE) > 0) {
        throw invalid(number.toPlainString(), "double", "double precision");
      }
      return shortest(number.doubleValue());
    }
    if (!item.is(Kind.STRING)) {
      throw notStringOrNumber("double");
    }
    String text = item.json().text();
    double value;
    try {
      value = Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      if (Set.of("nan", "inf", "infinity", "-inf", "-infinity", "+inf", "+infinity")
          .contains(text.strip().toLowerCase(Locale.ROOT))) {
        throw nonNumeric("NaN or Infinity is not allowed for " + of("double"));
      }
      throw invalid(text, "double", "double precision");
    }
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      throw nonNumeric("NaN or Infinity is not allowed for " + of("double"));
    }
    return shortest(value);
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(FloatTexts.text(Double.toString(value), 15));
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  private static PathItem whole(PathItem item, String name, String type, BigInteger least) {
    BigDecimal number;
    if (item.is(Kind.NUMBER)) {
      number = item.json().number().setScale(0, RoundingMode.HALF_UP);
    } else if (item.is(Kind.STRING)) {
      String text = item.json().text();
      try {
        number = new BigDecimal(new BigInteger(text.strip()));
      } catch (NumberFormatException e) {
        throw invalid(text, name, type);
      }
    } else {
      throw notStringOrNumber(name);
    }
    BigInteger value = number.toBigInteger();
    if (value.compareTo(least) < 0 || value.compareTo(least.negate()) >= 0) {
      throw invalid(Jsonb.number(number), name, type);
    }
    return PathExecutor.number(number);
  }

  private static BigDecimal toNumber(PathItem item, String name) {
    if (item.is(Kind.NUMBER)) {
      return item.json().number();
    }
    if (!item.is(Kind.STRING)) {
      throw notStringOrNumber(name);
    }
    String text = item.json().text();
    try {
      BigDecimal number = new BigDecimal(text.strip());
      return number.scale() < 0 ? number.setScale(0) : number;
    } catch (NumberFormatException e) {
      if (Set.of("nan", "inf", "infinity", "-inf", "-infinity")
          .contains(text.strip().toLowerCase(Locale.ROOT))) {
        throw nonNumeric("NaN or Infinity is not allowed for " + of(name));
      }
      throw invalid(text, name, "numeric");
    }
  }

  private static BigDecimal decimal(PathStep.Method method, PathItem item) {
    BigDecimal number = toNumber(item, "decimal");
    if (method.arguments().isEmpty()) {
      return number;
    }
    int precision = argument(method, 0);
    int scale = method.arguments().size() > 1 ? argument(method, 1) : 0;
    if (precision < 1 || precision > 1000) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          "NUMERIC precision " + precision + " must be between 1 and 1000");
    }
    if (scale < -1000 || scale > 1000) {
      throw new PgException(
          SqlState.INVALID_PARAMETER_VALUE,
          "NUMERIC scale " + scale + " must be between -1000 and 1000");
    }
    BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_UP);
    if (rounded.precision() > precision && rounded.signum() != 0) {
      throw invalid(Jsonb.number(number), "decimal", "numeric");
    }
    return rounded;
  }

  private static int argument(PathStep.Method method, int index) {
    PathStep.Literal literal = (PathStep.Literal) method.arguments().get(index).first();
    try {
      return literal.value().number().setScale(0, RoundingMode.HALF_UP).intValueExact();
    } catch (ArithmeticException e) {
      throw new PathError(
          SqlState.NON_NUMERIC_SQL_JSON_ITEM,
          (index == 0 ? "precision" : "scale")
              + " of "
              + of(method.name())
              + " is out of range for type integer");
    }
  }

  private static boolean toBoolean(PathItem item) {
    if (item.is(Kind.BOOLEAN)) {
      return item.json().truth();
    }
    if (item.is(Kind.NUMBER)) {
      BigDecimal number = item.json().number();
      try {
        return number.intValueExact() != 0;
      } catch (ArithmeticException e) {
        throw invalid(Jsonb.number(number), "boolean", "boolean");
      }
    }
    if (!item.is(Kind.STRING)) {
      throw nonNumeric(
          of("boolean") + " can only be applied to a boolean, string, or numeric value");
    }
    Boolean value =
        switch (item.json().text().strip().toLowerCase(Locale.ROOT)) {
          case "t", "tr", "tru", "true", "y", "ye", "yes", "on", "1" -> true;
          case "f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0" -> false;
          default -> null;
        };
    if (value == null) {
      throw invalid(item.json().text(), "boolean", "boolean");
    }
    return value;
  }

  private static String text(PathItem item) {
    if (item.isTime()) {
      return item.time().text();
    }
    return switch (item.json().kind()) {
      case STRING -> item.json().text();
      case NUMBER, BOOLEAN -> item.print();
      default ->
          throw nonNumeric(
              of("string")
                  + " can only be applied to a boolean, string, numeric, or datetime value");
    };
  }

  private void members(PathItem item, Consumer<PathItem> out) {
    if (!item.isObject()) {
      throw new PathError(
          SqlState.SQL_JSON_OBJECT_NOT_FOUND, of("keyvalue") + " can only be applied to an object");
    }
    JsonValue id = JsonValue.number(BigDecimal.valueOf(executor.offsetOf(item.json())));
    for (Member member : item.json().members()) {
      out.accept(
          PathItem.of(
              JsonValue.object(
                  List.of(
                      new Member("id", id),
                      new Member("key", JsonValue.string(member.key())),
                      new Member("value", member.value())))));
    }
  }

  private PathTime time(PathStep.Method method, PathItem item) {
    String name = method.name();
    if (item.isTime()) {
      return item.time().as(method, executor.zones());
    }
    if (!item.is(Kind.STRING)) {
      throw new PathError(
          SqlState.INVALID_ARGUMENT_FOR_SQL_JSON_DATETIME_FUNCTION,
          of(name) + " can only be applied to a string");
    }
    return PathTime.parse(method, item.json().text(), executor.zones());
  }
}
