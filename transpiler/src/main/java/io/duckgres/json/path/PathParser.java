package io.duckgres.json.path;

import io.duckgres.json.JsonValue;
import io.duckgres.json.path.PathToken.Kind;
import io.duckgres.pgtype.PgException;
import io.duckgres.pgtype.SqlState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a path.
 *
 * <p>Source: {@code src/backend/utils/adt/jsonpath_gram.y}.
 */
final class PathParser {
  private static final Set<String> METHODS =
      Set.of(
          "abs",
          "size",
          "type",
          "floor",
          "double",
          "ceiling",
          "keyvalue",
          "bigint",
          "boolean",
          "date",
          "integer",
          "number",
          "string",
          "decimal",
          "datetime",
          "time",
          "time_tz",
          "timestamp",
          "timestamp_tz");
  private static final Set<String> COMPARISONS = Set.of("==", "=", "!=", "<", "<=", ">", ">=");
  private static final int MOST_LEVELS = 1000;

  private final PathLexer lexer;
  private PathToken token;
  private PathToken following;
  private int filters;
  private int subscripts;
  private int levels;

  PathParser(String text) {
    this.lexer = new PathLexer(text);
    this.token = lexer.next();
  }

  JsonPath parse() {
    if (token.kind() == Kind.END) {
      throw new PgException(
          SqlState.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type jsonpath: \"\"");
    }
    boolean lax = true;
    if (token.isWord("strict") || token.isWord("lax")) {
      lax = token.isWord("lax");
      advance();
    }
    PathChain expression = any();
    if (token.kind() != Kind.END) {
      throw unexpected();
    }
    return new JsonPath(lax, expression);
  }

  private void advance() {
    token = following == null ? lexer.next() : following;
    following = null;
  }

  private PathToken peek() {
    if (following == null) {
      following = lexer.next();
    }
    return following;
  }

  private boolean accept(String operator) {
    if (token.is(operator)) {
      advance();
      return true;
    }
    return false;
  }

  private void expect(String operator) {
    if (!accept(operator)) {
      throw unexpected();
    }
  }

  private boolean acceptWord(String word) {
    if (token.isWord(word)) {
      advance();
      return true;
    }
    return false;
  }

  private PgException unexpected() {
    return new PgException(
        SqlState.SYNTAX_ERROR,
        token.kind() == Kind.END
            ? "syntax error at end of jsonpath input"
            : "syntax error at or near \"" + token.source() + "\" of jsonpath input");
  }

  /** An expression or a predicate. */
  private PathChain any() {
    if (++levels > MOST_LEVELS) {
      throw new PgException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded");
    }
    PathChain left = conjunction();
    while (token.is("||")) {
      requirePredicate(left);
      advance();
      PathChain right = conjunction();
      requirePredicate(right);
      left = PathChain.of(new PathStep.Logical("||", left, right));
    }
    levels--;
    return left;
  }

  private PathChain conjunction() {
    PathChain left = test();
    while (token.is("&&")) {
      requirePredicate(left);
      advance();
      PathChain right = test();
      requirePredicate(right);
      left = PathChain.of(new PathStep.Logical("&&", left, right));
    }
    return left;
  }

  private void requirePredicate(PathChain chain) {
    if (!chain.isPredicate()) {
      throw unexpected();
    }
  }

  private PathChain predicate() {
    PathChain predicate = any();
    requirePredicate(predicate);
    return predicate;
  }

  private PathChain expression() {
    PathChain expression = any();
    if (expression.isPredicate()) {
      throw unexpected();
    }
    return expression;
  }

  private PathChain test() {
    if (accept("!")) {
      if (token.isWord("exists")) {
        return PathChain.of(new PathStep.Not(exists()));
      }
      expect("(");
      PathChain negated = predicate();
      expect(")");
      return PathChain.of(new PathStep.Not(negated));
    }
    if (token.isWord("exists") && peek().is("(")) {
      return exists();
    }
    PathChain left = sum();
    if (token.kind() == Kind.OPERATOR && COMPARISONS.contains(token.text())) {
      requireExpression(left);
      String operator = token.text().equals("=") ? "==" : token.text();
      advance();
      PathChain right = sum();
      requireExpression(right);
      return PathChain.of(new PathStep.Comparison(operator, left, right));
    }
    if (acceptWord("starts")) {
      requireExpression(left);
      if (!acceptWord("with")) {
        throw unexpected();
      }
      return PathChain.of(new PathStep.StartsWith(left, initial()));
    }
    if (acceptWord("like_regex")) {
      requireExpression(left);
      return PathChain.of(likeRegex(left));
    }
    return left;
  }

  private void requireExpression(PathChain chain) {
    if (chain.isPredicate()) {
      throw unexpected();
    }
  }

  private PathChain exists() {
    advance();
    expect("(");
    PathChain expression = expression();
    expect(")");
    return PathChain.of(new PathStep.Exists(expression));
  }

  private PathChain initial() {
    PathToken initial = token;
    if (initial.kind() == Kind.STRING) {
      advance();
      return PathChain.of(new PathStep.Literal(JsonValue.string(initial.text())));
    }
    if (initial.kind() == Kind.VARIABLE) {
      advance();
      return PathChain.of(new PathStep.Variable(initial.text()));
    }
    throw unexpected();
  }

  private PathStep likeRegex(PathChain operand) {
    String pattern = string();
    String flags = acceptWord("flag") ? string() : "";
    StringBuilder ordered = new StringBuilder();
    for (char flag : flags.toCharArray()) {
      if ("ismxq".indexOf(flag) < 0) {
        throw new PgException(SqlState.SYNTAX_ERROR, "invalid input syntax for type jsonpath")
            .withDetail("Unrecognized flag character \"" + flag + "\" in LIKE_REGEX predicate.");
      }
    }
    for (char flag : "ismxq".toCharArray()) {
      if (flags.indexOf(flag) >= 0) {
        ordered.append(flag);
      }
    }
    if (flags.indexOf('x') >= 0 && flags.indexOf('q') < 0) {
      throw PgException.notSupported(
          "XQuery \"x\" flag (expanded regular expressions) is not implemented");
    }
    return new PathStep.LikeRegex(operand, pattern, ordered.toString());
  }

  private String string() {
    if (token.kind() != Kind.STRING) {
      throw unexpected();
    }
    String text = token.text();
    advance();
    return text;
  }

  private PathChain sum() {
    PathChain left = product();
    while (token.is("+") || token.is("-")) {
      left = arithmetic(left, true);
    }
    return left;
  }

  private PathChain product() {
    PathChain left = signed();
    while (token.is("*") || token.is("/") || token.is("%")) {
      left = arithmetic(left, false);
    }
    return left;
  }

  private PathChain arithmetic(PathChain left, boolean sum) {
    requireExpression(left);
    String operator = token.text();
    advance();
    PathChain right = sum ? product() : signed();
    requireExpression(right);
    return PathChain.of(new PathStep.Arithmetic(operator, left, right));
  }

  private PathChain signed() {
    if (!token.is("+") && !token.is("-")) {
      return accessors();
    }
    char sign = token.text().charAt(0);
    advance();
    PathChain operand = signed();
    requireExpression(operand);
    boolean number =
        operand.steps().size() == 1
            && operand.first() instanceof PathStep.Literal literal
            && literal.value().kind() == JsonValue.Kind.NUMBER;
    if (!number) {
      return PathChain.of(new PathStep.Sign(sign, operand));
    }
    BigDecimal value = ((PathStep.Literal) operand.first()).value().number();
    return PathChain.of(
        new PathStep.Literal(JsonValue.number(sign == '-' ? value.negate() : value)));
  }

  private PathChain accessors() {
    List<PathStep> steps = new ArrayList<>();
    if (accept("(")) {
      PathChain inner = any();
      expect(")");
      if (token.isWord("is") && inner.isPredicate()) {
        advance();
        if (!acceptWord("unknown")) {
          throw unexpected();
        }
        return PathChain.of(new PathStep.IsUnknown(inner));
      }
      steps.addAll(inner.steps());
    } else {
      steps.add(primary());
    }
    while (token.is(".") || token.is("[") || token.is("?")) {
      steps.add(accessor());
    }
    return new PathChain(steps);
  }

  private PathStep primary() {
    PathToken first = token;
    switch (first.kind()) {
      case STRING -> {
        advance();
        return new PathStep.Literal(JsonValue.string(first.text()));
      }
      case INTEGER, NUMBER -> {
        advance();
        return new PathStep.Literal(JsonValue.number(new BigDecimal(first.text())));
      }
      case VARIABLE -> {
        advance();
        return new PathStep.Variable(first.text());
      }
      default -> {}
    }
    if (accept("$")) {
      return new PathStep.Root();
    }
    if (accept("@")) {
      if (filters == 0) {
        throw new PgException(SqlState.SYNTAX_ERROR, "@ is not allowed in root expressions");
      }
      return new PathStep.Current();
    }
    return keyword();
  }

  private PathStep keyword() {
    if (acceptWord("true")) {
      return new PathStep.Literal(JsonValue.bool(true));
    }
    if (acceptWord("false")) {
      return new PathStep.Literal(JsonValue.bool(false));
    }
    if (acceptWord("null")) {
      return new PathStep.Literal(JsonValue.NULL);
    }
    if (acceptWord("last")) {
      if (subscripts == 0) {
        throw new PgException(SqlState.SYNTAX_ERROR, "LAST is allowed only in array subscripts");
      }
      return new PathStep.Last();
    }
    throw unexpected();
  }

  private PathStep accessor() {
    if (accept("?")) {
      expect("(");
      filters++;
      PathChain predicate = predicate();
      filters--;
      expect(")");
      return new PathStep.Filter(predicate);
    }
    if (accept("[")) {
      return elements();
    }
    expect(".");
    if (accept("*")) {
      return new PathStep.AnyKey();
    }
    if (accept("**")) {
      return descendants();
    }
    PathToken name = token;
    if (name.kind() != Kind.NAME && name.kind() != Kind.STRING) {
      throw unexpected();
    }
    advance();
    String method = name.source().toLowerCase(java.util.Locale.ROOT);
    if (name.kind() == Kind.NAME && token.is("(") && METHODS.contains(method)) {
      return method(method);
    }
    return new PathStep.Key(name.text());
  }

  private PathStep elements() {
    if (accept("*")) {
      expect("]");
      return new PathStep.AnyElement();
    }
    List<PathStep.Subscript> list = new ArrayList<>();
    subscripts++;
    do {
      PathChain from = expression();
      PathChain to = acceptWord("to") ? expression() : null;
      list.add(new PathStep.Subscript(from, to));
    } while (accept(","));
    subscripts--;
    expect("]");
    return new PathStep.Elements(list);
  }

  private PathStep descendants() {
    if (!accept("{")) {
      return new PathStep.Descendants(0, PathStep.LAST_LEVEL);
    }
    long from = level();
    long to = acceptWord("to") ? level() : from;
    expect("}");
    return new PathStep.Descendants(from, to);
  }

  private long level() {
    if (acceptWord("last")) {
      return PathStep.LAST_LEVEL;
    }
    if (token.kind() != Kind.INTEGER) {
      throw unexpected();
    }
    long level = Long.parseLong(token.text());
    advance();
    return level;
  }

  private PathStep method(String name) {
    expect("(");
    List<PathChain> arguments = new ArrayList<>();
    int most =
        switch (name) {
          case "decimal" -> 2;
          case "datetime", "time", "time_tz", "timestamp", "timestamp_tz" -> 1;
          default -> 0;
        };
    while (arguments.size() < most && !token.is(")")) {
      if (!arguments.isEmpty()) {
        expect(",");
      }
      PathChain argument = signed();
      boolean constant =
          argument.steps().size() == 1
              && argument.first() instanceof PathStep.Literal literal
              && (name.equals("datetime")
                  ? literal.value().kind() == JsonValue.Kind.STRING
                  : literal.value().kind() == JsonValue.Kind.NUMBER);
      if (!constant) {
        throw unexpected();
      }
      arguments.add(argument);
    }
    expect(")");
    return new PathStep.Method(name, arguments);
  }
}
