package io.duckgres.catalog.scalar;

import io.duckgres.catalog.scalar.regex.RegexFunctions;
import io.duckgres.json.JsonValue;
import io.duckgres.json.path.PathChain;
import io.duckgres.json.path.PathStep;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Predicates of paths: true, false, or null for unknown.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonpath_exec.c} (executeBoolItem, executePredicate,
 * compareItems).
 */
final class PathPredicates {
  private static final List<PathItem> NOTHING = java.util.Collections.singletonList(null);

  private final PathExecutor executor;

  PathPredicates(PathExecutor executor) {
    this.executor = executor;
  }

  Boolean test(PathStep step, PathItem item) {
    if (step instanceof PathStep.Logical logical) {
      return logical(logical, item);
    }
    if (step instanceof PathStep.Not not) {
      Boolean truth = test(not.predicate().first(), item);
      return truth == null ? null : (Boolean) !truth;
    }
    if (step instanceof PathStep.IsUnknown unknown) {
      return test(unknown.predicate().first(), item) == null;
    }
    if (step instanceof PathStep.Comparison comparison) {
      return pairs(
          comparison.left(),
          comparison.right(),
          item,
          true,
          (left, right) -> compare(comparison.operator(), left, right));
    }
    if (step instanceof PathStep.StartsWith starts) {
      return pairs(starts.left(), starts.initial(), item, false, PathPredicates::startsWith);
    }
    if (step instanceof PathStep.LikeRegex like) {
      String flags = regexFlags(like.flags());
      return pairs(like.operand(), null, item, false, (left, right) -> matches(left, like, flags));
    }
    return exists(((PathStep.Exists) step).expression(), item);
  }

  private Boolean logical(PathStep.Logical logical, PathItem item) {
    boolean ends = logical.operator().equals("||");
    Boolean left = test(logical.left().first(), item);
    if (left != null && left == ends) {
      return left;
    }
    Boolean right = test(logical.right().first(), item);
    if (right != null && right == ends) {
      return right;
    }
    return left == null || right == null ? null : (Boolean) !ends;
  }

  private Boolean exists(PathChain expression, PathItem item) {
    try {
      return executor.lax()
          ? executor.hasItem(expression, item)
          : !executor.operand(expression, item, false).isEmpty();
    } catch (PathError e) {
      return null;
    }
  }

  /** Whether the test holds of a pair of items. */
  private Boolean pairs(
      PathChain left,
      PathChain right,
      PathItem item,
      boolean unwrapRight,
      BiFunction<PathItem, PathItem, Boolean> test) {
    List<PathItem> lefts;
    List<PathItem> rights;
    try {
      lefts = executor.operand(left, item, true);
      rights = right == null ? NOTHING : executor.operand(right, item, unwrapRight);
    } catch (PathError e) {
      return null;
    }
    boolean unknown = false;
    boolean found = false;
    for (PathItem first : lefts) {
      for (PathItem second : rights) {
        Boolean truth = test.apply(first, second);
        if (truth == null) {
          if (!executor.lax()) {
            return null;
          }
          unknown = true;
        } else if (truth) {
          if (executor.lax()) {
            return true;
          }
          found = true;
        }
      }
    }
    if (found) {
      return true;
    }
    return unknown ? null : (Boolean) false;
  }

  private Boolean compare(String operator, PathItem left, PathItem right) {
    if (left.isTime() && right.isTime()) {
      Integer order = left.time().compareTo(right.time(), executor.zones());
      return order == null ? null : holds(operator, order);
    }
    if (left.isTime() || right.isTime() || left.json().kind() != right.json().kind()) {
      boolean isNull = left.is(JsonValue.Kind.NULL) || right.is(JsonValue.Kind.NULL);
      return isNull ? (Boolean) operator.equals("!=") : null;
    }
    JsonValue first = left.json();
    JsonValue second = right.json();
    return switch (first.kind()) {
      case NULL -> holds(operator, 0);
      case BOOLEAN -> holds(operator, Boolean.compare(first.truth(), second.truth()));
      case NUMBER -> holds(operator, first.number().compareTo(second.number()));
      case STRING -> holds(operator, compareTexts(first.text(), second.text()));
      default -> null;
    };
  }

  private static int compareTexts(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static Boolean holds(String operator, int order) {
    return switch (operator) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static Boolean startsWith(PathItem whole, PathItem initial) {
    return whole.is(JsonValue.Kind.STRING) && initial.is(JsonValue.Kind.STRING)
        ? (Boolean) whole.json().text().startsWith(initial.json().text())
        : null;
  }

  private static Boolean matches(PathItem item, PathStep.LikeRegex like, String flags) {
    return item.is(JsonValue.Kind.STRING)
        ? RegexFunctions.like(item.json().text(), like.pattern(), flags)
        : null;
  }

  /** XQuery's flags as options of PostgreSQL's regular expressions. */
  private static String regexFlags(String flags) {
    StringBuilder options = new StringBuilder();
    if (flags.indexOf('i') >= 0) {
      options.append('i');
    }
    if (flags.indexOf('q') >= 0) {
      return options.append('q').toString();
    }
    boolean dotAll = flags.indexOf('s') >= 0;
    boolean lines = flags.indexOf('m') >= 0;
    if (!dotAll) {
      options.append('p');
    }
    if (lines) {
      options.append(dotAll ? 'w' : 'n');
    }
    return options.toString();
  }
}
