package io.duckgres.catalog.scalar;

import io.duckgres.json.JsonValue;
import io.duckgres.json.path.JsonPath;
import io.duckgres.json.path.PathChain;
import io.duckgres.json.path.PathStep;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Evaluates a path over a JSON value.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonpath_exec.c}.
 */
final class PathExecutor {
  private final JsonPath path;
  private final JsonValue root;
  private final JsonValue variables;
  private final boolean zones;
  private final PathPredicates predicates = new PathPredicates(this);
  private final PathMethods methods = new PathMethods(this);
  private PathItem current;
  private boolean ignoresStructure;

  /** Whether it matters only that there is an item. */
  private boolean searching;

  private int arraySize = -1;

  /**
   * @param variables an object
   * @param zones whether times with and without a zone may be compared
   */
  PathExecutor(JsonPath path, JsonValue root, JsonValue variables, boolean zones) {
    this.path = path;
    this.root = root;
    this.variables = variables;
    this.zones = zones;
    this.current = PathItem.of(root);
    this.ignoresStructure = path.lax();
  }

  /** All items, in their order. */
  List<PathItem> all() {
    List<PathItem> found = new ArrayList<>();
    run(path.expression(), PathItem.of(root), path.lax(), found::add);
    return found;
  }

  /** The items up to the first error. */
  List<PathItem> untilError() {
    List<PathItem> found = new ArrayList<>();
    try {
      run(path.expression(), PathItem.of(root), path.lax(), found::add);
    } catch (PathError e) {
      // What was found before it is given.
      return found;
    }
    return found;
  }

  /** Whether there is an item; in lax mode the first one ends the search. */
  boolean exists() {
    return path.lax() ? hasItem(path.expression(), PathItem.of(root)) : !all().isEmpty();
  }

  /** Ends a search for the first item. */
  private static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Found() {
      super(null, null, false, false);
    }
  }

  boolean hasItem(PathChain chain, PathItem item) {
    boolean before = searching;
    searching = true;
    try {
      run(
          chain,
          item,
          path.lax(),
          any -> {
            throw new Found();
          });
      return false;
    } catch (Found found) {
      return true;
    } finally {
      searching = before;
    }
  }

  boolean lax() {
    return path.lax();
  }

  boolean zones() {
    return zones;
  }

  /** The items that an operand gives, arrays being unwrapped where that is wanted. */
  List<PathItem> operand(PathChain chain, PathItem item, boolean unwrapResult) {
    List<PathItem> found = new ArrayList<>();
    run(chain, item, path.lax(), found::add);
    if (!unwrapResult || !path.lax()) {
      return found;
    }
    List<PathItem> unwrapped = new ArrayList<>();
    for (PathItem each : found) {
      if (each.isArray()) {
        each.json().elements().forEach(element -> unwrapped.add(PathItem.of(element)));
      } else {
        unwrapped.add(each);
      }
    }
    return unwrapped;
  }

  void run(PathChain chain, PathItem item, boolean unwrap, Consumer<PathItem> out) {
    step(chain, 0, item, unwrap, out);
  }

  private void next(PathChain chain, int index, PathItem item, Consumer<PathItem> out) {
    if (index + 1 < chain.steps().size()) {
      step(chain, index + 1, item, path.lax(), out);
    } else {
      out.accept(item);
    }
  }

  private void step(
      PathChain chain, int index, PathItem item, boolean unwrap, Consumer<PathItem> out) {
    PathStep step = chain.steps().get(index);
    if (step.isPredicate()) {
      Boolean truth = predicates.test(step, item);
      JsonValue value = truth == null ? JsonValue.NULL : JsonValue.bool(truth);
      next(chain, index, PathItem.of(value), out);
    } else if (step instanceof PathStep.Root) {
      next(chain, index, PathItem.of(root), out);
    } else if (step instanceof PathStep.Current) {
      next(chain, index, current, out);
    } else if (step instanceof PathStep.Literal literal) {
      next(chain, index, PathItem.of(literal.value()), out);
    } else if (step instanceof PathStep.Variable variable) {
      next(chain, index, PathItem.of(variable(variable.name())), out);
    } else if (step instanceof PathStep.Last) {
      if (arraySize < 0) {
        throw new PgException(
            SqlState.INTERNAL_ERROR_, "evaluating jsonpath LAST outside of array subscript");
      }
      next(chain, index, number(BigDecimal.valueOf(arraySize - 1L)), out);
    } else if (step instanceof PathStep.Key key) {
      key(chain, index, key, item, unwrap, out);
    } else if (step instanceof PathStep.AnyKey) {
      anyKey(chain, index, item, unwrap, out);
    } else if (step instanceof PathStep.AnyElement) {
      anyElement(chain, index, item, out);
    } else if (step instanceof PathStep.Elements elements) {
      elements(chain, index, elements, item, out);
    } else if (step instanceof PathStep.Descendants levels) {
      descendants(chain, index, levels, item, out);
    } else if (step instanceof PathStep.Filter filter) {
      if (unwrap && item.isArray()) {
        unwrapTarget(chain, index, item, out);
      } else if (Boolean.TRUE.equals(nested(filter.predicate(), item))) {
        next(chain, index, item, out);
      }
    } else if (step instanceof PathStep.Arithmetic arithmetic) {
      next(chain, index, arithmetic(arithmetic, item), out);
    } else if (step instanceof PathStep.Sign sign) {
      sign(chain, index, sign, item, out);
    } else if (step instanceof PathStep.Method method) {
      if (unwrap && item.isArray() && methods.unwraps(method.name())) {
        unwrapTarget(chain, index, item, out);
      } else {
        methods.call(method, item, result -> next(chain, index, result, out));
      }
    }
  }

  /** The step applied to each element of an array. */
  private void unwrapTarget(PathChain chain, int index, PathItem array, Consumer<PathItem> out) {
    for (JsonValue element : array.json().elements()) {
      step(chain, index, PathItem.of(element), false, out);
    }
  }

  private Boolean nested(PathChain predicate, PathItem item) {
    PathItem before = current;
    current = item;
    try {
      return predicates.test(predicate.first(), item);
    } finally {
      current = before;
    }
  }

  private JsonValue variable(String name) {
    JsonValue value = variables.get(name);
    if (value == null) {
      throw new PgException(
          SqlState.UNDEFINED_OBJECT, "could not find jsonpath variable \"" + name + "\"");
    }
    return value;
  }

  private void key(
      PathChain chain,
      int index,
      PathStep.Key key,
      PathItem item,
      boolean unwrap,
      Consumer<PathItem> out) {
    if (item.isObject()) {
      JsonValue value = item.json().get(key.name());
      if (value != null) {
        next(chain, index, PathItem.of(value), out);
      } else if (!ignoresStructure) {
        throw new PathError(
            SqlState.SQL_JSON_MEMBER_NOT_FOUND,
            "JSON object does not contain key \"" + key.name() + "\"");
      }
    } else if (unwrap && item.isArray()) {
      unwrapTarget(chain, index, item, out);
    } else if (!ignoresStructure) {
      throw new PathError(
          SqlState.SQL_JSON_MEMBER_NOT_FOUND,
          "jsonpath member accessor can only be applied to an object");
    }
  }

  private void anyKey(
      PathChain chain, int index, PathItem item, boolean unwrap, Consumer<PathItem> out) {
    if (item.isObject()) {
      item.json().members().forEach(member -> next(chain, index, PathItem.of(member.value()), out));
    } else if (unwrap && item.isArray()) {
      unwrapTarget(chain, index, item, out);
    } else if (!ignoresStructure) {
      throw new PathError(
          SqlState.SQL_JSON_OBJECT_NOT_FOUND,
          "jsonpath wildcard member accessor can only be applied to an object");
    }
  }

  private void anyElement(PathChain chain, int index, PathItem item, Consumer<PathItem> out) {
    if (item.isArray()) {
      item.json().elements().forEach(element -> next(chain, index, PathItem.of(element), out));
    } else if (path.lax()) {
      next(chain, index, item, out);
    } else if (!ignoresStructure) {
      throw new PathError(
          SqlState.SQL_JSON_ARRAY_NOT_FOUND,
          "jsonpath wildcard array accessor can only be applied to an array");
    }
  }

  private void elements(
      PathChain chain,
      int index,
      PathStep.Elements elements,
      PathItem item,
      Consumer<PathItem> out) {
    if (!item.isArray() && !path.lax()) {
      if (!ignoresStructure) {
        throw new PathError(
            SqlState.SQL_JSON_ARRAY_NOT_FOUND,
            "jsonpath array accessor can only be applied to an array");
      }
      return;
    }
    int before = arraySize;
    int size = item.isArray() ? item.json().elements().size() : 1;
    arraySize = size;
    try {
      for (PathStep.Subscript subscript : elements.subscripts()) {
        int from = subscript(subscript.from(), item);
        int to = subscript.to() == null ? from : subscript(subscript.to(), item);
        if (!ignoresStructure && (from < 0 || from > to || to >= size)) {
          throw new PathError(
              SqlState.INVALID_SQL_JSON_SUBSCRIPT, "jsonpath array subscript is out of bounds");
        }
        for (int i = Math.max(from, 0); i <= Math.min(to, size - 1); i++) {
          PathItem element = item.isArray() ? PathItem.of(item.json().get(i)) : item;
          next(chain, index, element, out);
        }
      }
    } finally {
      arraySize = before;
    }
  }

  private int subscript(PathChain chain, PathItem item) {
    List<PathItem> found = operand(chain, item, false);
    if (found.size() != 1 || !found.get(0).is(JsonValue.Kind.NUMBER)) {
      throw new PathError(
          SqlState.INVALID_SQL_JSON_SUBSCRIPT,
          "jsonpath array subscript is not a single numeric value");
    }
    try {
      BigDecimal whole = found.get(0).json().number().setScale(0, RoundingMode.DOWN);
      return whole.intValueExact();
    } catch (ArithmeticException e) {
      throw new PathError(
          SqlState.INVALID_SQL_JSON_SUBSCRIPT, "jsonpath array subscript is out of integer range");
    }
  }

  private void descendants(
      PathChain chain,
      int index,
      PathStep.Descendants levels,
      PathItem item,
      Consumer<PathItem> out) {
    if (levels.from() == 0) {
      withoutStructure(() -> next(chain, index, item, out));
    }
    below(chain, index, levels, item, 1, out);
  }

  private void below(
      PathChain chain,
      int index,
      PathStep.Descendants levels,
      PathItem item,
      long level,
      Consumer<PathItem> out) {
    if (level > levels.to()) {
      return;
    }
    for (JsonValue child : children(item)) {
      PathItem each = PathItem.of(child);
      boolean leaf = child.isScalar();
      boolean last = levels.from() == PathStep.LAST_LEVEL;
      if (level >= levels.from() || last && leaf) {
        withoutStructure(() -> next(chain, index, each, out));
      }
      if (!leaf) {
        below(chain, index, levels, each, level + 1, out);
      }
    }
  }

  private static List<JsonValue> children(PathItem item) {
    if (item.isArray()) {
      return item.json().elements();
    }
    return item.isObject()
        ? item.json().members().stream().map(JsonValue.Member::value).toList()
        : List.of();
  }

  private void withoutStructure(Runnable action) {
    boolean before = ignoresStructure;
    ignoresStructure = true;
    try {
      action.run();
    } finally {
      ignoresStructure = before;
    }
  }

  /** Where an object is kept within the root, by which {@code keyvalue()} tells objects apart. */
  long offsetOf(JsonValue object) {
    long offset = JsonbLayout.offset(root, object);
    if (offset < 0) {
      throw PgException.notSupported("keyvalue() of an object that is not part of the document");
    }
    return offset;
  }

  static PathItem number(BigDecimal number) {
    return PathItem.of(JsonValue.number(number));
  }

  private PathItem arithmetic(PathStep.Arithmetic step, PathItem item) {
    String left = single(step.left(), item, "left", step.operator());
    String right = single(step.right(), item, "right", step.operator());
    try {
      return number(
          new BigDecimal(
              switch (step.operator()) {
                case "+" -> NumericFunctions.add(left, right);
                case "-" -> NumericFunctions.subtract(left, right);
                case "*" -> NumericFunctions.multiply(left, right);
                case "/" -> NumericFunctions.divide(left, right);
                default -> NumericFunctions.remainder(left, right);
              }));
    } catch (PgException e) {
      throw new PathError(e);
    }
  }

  private String single(PathChain chain, PathItem item, String side, String operator) {
    List<PathItem> found = operand(chain, item, true);
    if (found.size() != 1 || !found.get(0).is(JsonValue.Kind.NUMBER)) {
      throw new PathError(
          SqlState.SINGLETON_SQL_JSON_ITEM_REQUIRED,
          side + " operand of jsonpath operator " + operator + " is not a single numeric value");
    }
    return found.get(0).json().number().toPlainString();
  }

  private void sign(
      PathChain chain, int index, PathStep.Sign sign, PathItem item, Consumer<PathItem> out) {
    for (PathItem each : operand(sign.operand(), item, true)) {
      if (!each.is(JsonValue.Kind.NUMBER)) {
        if (searching && index + 1 == chain.steps().size()) {
          continue;
        }
        throw new PathError(
            SqlState.SQL_JSON_NUMBER_NOT_FOUND,
            "operand of unary jsonpath operator " + sign.sign() + " is not a numeric value");
      }
      BigDecimal number = each.json().number();
      next(chain, index, number(sign.sign() == '-' ? number.negate() : number), out);
    }
  }
}
