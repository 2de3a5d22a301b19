package io.duckgres.json.path;

import io.duckgres.json.JsonValue;
import io.duckgres.json.Jsonb;
import java.util.List;

/**
 * Prints paths.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonpath.c} (printJsonPathItem).
 */
final class PathPrinter {
  private static final int HIGHEST = 6;

  private final StringBuilder out = new StringBuilder();

  private PathPrinter() {}

  static String print(JsonPath path) {
    PathPrinter printer = new PathPrinter();
    printer.out.append(path.lax() ? "" : "strict ");
    printer.chain(path.expression(), true);
    return printer.out.toString();
  }

  private void chain(PathChain chain, boolean brackets) {
    List<PathStep> steps = chain.steps();
    boolean followed = steps.size() > 1;
    boolean number =
        steps.get(0) instanceof PathStep.Literal literal
            && literal.value().kind() == JsonValue.Kind.NUMBER;
    if (number && followed) {
      out.append('(');
      first(steps.get(0));
      out.append(')');
    } else {
      boolean enclosed = (brackets || followed) && priority(steps.get(0)) < HIGHEST;
      out.append(enclosed ? "(" : "");
      first(steps.get(0));
      out.append(enclosed ? ")" : "");
    }
    steps.subList(1, steps.size()).forEach(this::accessor);
  }

  private static int priority(PathStep step) {
    if (step instanceof PathStep.Logical logical) {
      return logical.operator().equals("||") ? 0 : 1;
    }
    if (step instanceof PathStep.Comparison || step instanceof PathStep.StartsWith) {
      return 2;
    }
    if (step instanceof PathStep.LikeRegex) {
      return 5;
    }
    if (step instanceof PathStep.Arithmetic arithmetic) {
      return "+-".contains(arithmetic.operator()) ? 3 : 4;
    }
    return step instanceof PathStep.Sign ? 5 : HIGHEST;
  }

  private void operand(PathChain operand, PathStep of) {
    boolean simple = operand.steps().size() > 1;
    int priority = simple ? HIGHEST : priority(operand.first());
    chain(operand, priority <= (of instanceof PathStep.LikeRegex ? HIGHEST : priority(of)));
  }

  private void binary(PathStep step, PathChain left, String operator, PathChain right) {
    operand(left, step);
    out.append(' ').append(operator).append(' ');
    operand(right, step);
  }

  private void first(PathStep step) {
    if (step instanceof PathStep.Root) {
      out.append('$');
    } else if (step instanceof PathStep.Current) {
      out.append('@');
    } else if (step instanceof PathStep.Last) {
      out.append("last");
    } else if (step instanceof PathStep.Literal literal) {
      out.append(Jsonb.print(literal.value()));
    } else if (step instanceof PathStep.Variable variable) {
      out.append('$').append(Jsonb.quote(variable.name()));
    } else if (step instanceof PathStep.Arithmetic arithmetic) {
      binary(step, arithmetic.left(), arithmetic.operator(), arithmetic.right());
    } else if (step instanceof PathStep.Sign sign) {
      out.append(sign.sign());
      operand(sign.operand(), step);
    } else {
      predicate(step);
    }
  }

  private void predicate(PathStep step) {
    if (step instanceof PathStep.Logical logical) {
      binary(step, logical.left(), logical.operator(), logical.right());
    } else if (step instanceof PathStep.Comparison comparison) {
      binary(step, comparison.left(), comparison.operator(), comparison.right());
    } else if (step instanceof PathStep.StartsWith starts) {
      binary(step, starts.left(), "starts with", starts.initial());
    } else if (step instanceof PathStep.LikeRegex like) {
      operand(like.operand(), step);
      out.append(" like_regex ").append(Jsonb.quote(like.pattern()));
      if (!like.flags().isEmpty()) {
        out.append(" flag \"").append(like.flags()).append('"');
      }
    } else if (step instanceof PathStep.Not not) {
      out.append("!(");
      chain(not.predicate(), false);
      out.append(')');
    } else if (step instanceof PathStep.IsUnknown unknown) {
      out.append('(');
      chain(unknown.predicate(), false);
      out.append(") is unknown");
    } else if (step instanceof PathStep.Exists exists) {
      out.append("exists (");
      chain(exists.expression(), false);
      out.append(')');
    }
  }

  private void accessor(PathStep step) {
    if (step instanceof PathStep.Key key) {
      out.append('.').append(Jsonb.quote(key.name()));
    } else if (step instanceof PathStep.AnyKey) {
      out.append(".*");
    } else if (step instanceof PathStep.AnyElement) {
      out.append("[*]");
    } else if (step instanceof PathStep.Elements elements) {
      elements(elements);
    } else if (step instanceof PathStep.Descendants levels) {
      out.append(".**").append(levels(levels));
    } else if (step instanceof PathStep.Filter filter) {
      out.append("?(");
      chain(filter.predicate(), false);
      out.append(')');
    } else if (step instanceof PathStep.Method method) {
      out.append('.').append(method.name()).append('(');
      for (int i = 0; i < method.arguments().size(); i++) {
        out.append(i == 0 ? "" : ",");
        chain(method.arguments().get(i), false);
      }
      out.append(')');
    }
  }

  private void elements(PathStep.Elements elements) {
    String separator = "[";
    for (PathStep.Subscript subscript : elements.subscripts()) {
      out.append(separator);
      chain(subscript.from(), false);
      if (subscript.to() != null) {
        out.append(" to ");
        chain(subscript.to(), false);
      }
      separator = ",";
    }
    out.append(']');
  }

  private static String levels(PathStep.Descendants levels) {
    if (levels.from() == 0 && levels.to() == PathStep.LAST_LEVEL) {
      return "";
    }
    String from = level(levels.from());
    return levels.from() == levels.to()
        ? "{" + from + "}"
        : "{" + from + " to " + level(levels.to()) + "}";
  }

  private static String level(long level) {
    return level == PathStep.LAST_LEVEL ? "last" : Long.toString(level);
  }
}
