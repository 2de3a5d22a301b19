package io.duckgres.json.path;

import io.duckgres.json.JsonValue;
import java.util.List;

/** One step of a {@link PathChain}. */
public sealed interface PathStep {

  /** Whether it gives true, false or unknown. */
  default boolean isPredicate() {
    return false;
  }

  /** {@code $}. */
  record Root() implements PathStep {}

  /** {@code @}. */
  record Current() implements PathStep {}

  /** {@code last}. */
  record Last() implements PathStep {}

  /** A string, number, boolean or null. */
  record Literal(JsonValue value) implements PathStep {}

  /** {@code $name}. */
  record Variable(String name) implements PathStep {}

  /** {@code .name}. */
  record Key(String name) implements PathStep {}

  /** {@code .*}. */
  record AnyKey() implements PathStep {}

  /** {@code [*]}. */
  record AnyElement() implements PathStep {}

  /** {@code [1, 2 to last]}. */
  record Elements(List<Subscript> subscripts) implements PathStep {
    public Elements {
      subscripts = List.copyOf(subscripts);
    }
  }

  /**
   * An index or a range of them.
   *
   * @param to null for a single index
   */
  record Subscript(PathChain from, PathChain to) {}

  /**
   * {@code .**} with its levels.
   *
   * @param from {@link #LAST_LEVEL} for last
   */
  record Descendants(long from, long to) implements PathStep {}

  /** The level {@code last}. */
  long LAST_LEVEL = 0xFFFFFFFFL;

  /** {@code ? (predicate)}. */
  record Filter(PathChain predicate) implements PathStep {}

  /** {@code .name()}. */
  record Method(String name, List<PathChain> arguments) implements PathStep {
    public Method {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code + - * / %} of two operands. */
  record Arithmetic(String operator, PathChain left, PathChain right) implements PathStep {}

  /** {@code +} or {@code -} before an operand. */
  record Sign(char sign, PathChain operand) implements PathStep {}

  /** {@code && ||} of two predicates. */
  record Logical(String operator, PathChain left, PathChain right) implements PathStep {
    @Override
    public boolean isPredicate() {
      return true;
    }
  }

  /** {@code !}. */
  record Not(PathChain predicate) implements PathStep {
    @Override
    public boolean isPredicate() {
      return true;
    }
  }

  /** {@code is unknown}. */
  record IsUnknown(PathChain predicate) implements PathStep {
    @Override
    public boolean isPredicate() {
      return true;
    }
  }

  /** {@code == != < <= > >=}. */
  record Comparison(String operator, PathChain left, PathChain right) implements PathStep {
    @Override
    public boolean isPredicate() {
      return true;
    }
  }

  /** {@code starts with}. */
  record StartsWith(PathChain left, PathChain initial) implements PathStep {
    @Override
    public boolean isPredicate() {
      return true;
    }
  }

  /**
   * {@code like_regex}.
   *
   * @param flags of {@code ismxq}, in this order
   */
  record LikeRegex(PathChain operand, String pattern, String flags) implements PathStep {
    @Override
    public boolean isPredicate() {
      return true;
    }
  }

  /** {@code exists (…)}. */
  record Exists(PathChain expression) implements PathStep {
    @Override
    public boolean isPredicate() {
      return true;
    }
  }
}
